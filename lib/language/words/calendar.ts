/** Days of the week as they are said, 0 Sunday … 6 Saturday, in plain words. */
export const weekdayWords: readonly (readonly string[])[] = [
  ["sunday*", "sun", "रविवार", "इतवार", "संडे", "ravivar", "raviwar", "itvar", "itwar", "domingo*"],
  ["monday*", "mon", "सोमवार", "मंडे", "somvar", "somwar", "lunes"],
  ["tuesday*", "tue", "tues", "मंगलवार", "ट्यूजडे", "mangalvar", "mangalwar", "martes"],
  ["wednesday*", "wed", "बुधवार", "वेडनेसडे", "budhvar", "budhwar", "miercoles"],
  [
    "thursday*",
    "thu",
    "thurs",
    "गुरुवार",
    "गुरूवार",
    "बृहस्पतिवार",
    "थर्सडे",
    "guruvar",
    "guruwar",
    "brihaspativar",
    "jueves",
  ],
  ["friday*", "fri", "शुक्रवार", "फ्राइडे", "shukravar", "shukrawar", "shukrvar", "viernes"],
  ["saturday*", "sat", "शनिवार", "सैटरडे", "शनिचर", "shanivar", "shaniwar", "sabado*"],
];

/** Months, January first. */
export const monthWords: readonly (readonly string[])[] = [
  ["january", "jan", "जनवरी", "janvari", "janwari", "enero"],
  ["february", "feb", "फरवरी", "farvari", "farwari", "febrero"],
  ["march", "मार्च", "marzo"],
  ["april", "apr", "अप्रैल", "abril"],
  ["may", "मई", "mayo"],
  ["june", "jun", "जून", "junio"],
  ["july", "jul", "जुलाई", "julai", "julio"],
  ["august", "aug", "अगस्त", "agast", "agosto"],
  ["september", "sept", "sep", "सितंबर", "सितम्बर", "sitambar", "septiembre"],
  ["october", "oct", "अक्टूबर", "aktubar", "octubre"],
  ["november", "nov", "नवंबर", "नवम्बर", "navambar", "noviembre"],
  ["december", "dec", "दिसंबर", "दिसम्बर", "disambar", "diciembre"],
];

/** Numbers that are said as words in times. */
export const numberWords: Readonly<Record<string, number>> = numbered(`
  one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12
  thirty=30 fifteen=15 twenty=20 forty=40 एक=1 दो=2 तीन=3 चार=4 पांच=5 पाच=5 छह=6 छः=6 छे=6
  सात=7 आठ=8 नौ=9 दस=10 ग्यारह=11 बारह=12 ek=1 do=2 teen=3 char=4 chaar=4 paanch=5 panch=5
  chhe=6 chhah=6 che=6 saat=7 aath=8 nau=9 das=10 gyarah=11 gyara=11 barah=12 bara=12 una=1
  uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12
`);

/** Days of the month said as words. */
export const ordinalWords: Readonly<Record<string, number>> = numbered(`
  first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10
  eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16
  seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30
`);

function numbered(pairs: string): Record<string, number> {
  const list = pairs
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split("="));
  return Object.fromEntries(list.map(([word = "", number]) => [word, Number(number)]));
}
