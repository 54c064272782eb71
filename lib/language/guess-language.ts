import type { Language } from "./languages";

// Small words that no sentence of the language does without, and that the other two do not have.
const romanHindi = new Set(
  "hai hain hoon hun kya kab kal aaj parso kahan kaise kitna kitne kitni mujhe mera meri mere aap aapka chahiye chahie karna karni kar karo kijiye dijiye nahi nahin haan ji baje subah shaam dopahar raat namaste dhanyavad shukriya ko ka ki ke se mein liye wala wali abhi bata batao theek accha bahut koi baat milega hoga lena leni".split(
    " ",
  ),
);
const spanish = new Set(
  "el la los las de que y en un una es por para con su mi se lo como pero si hola gracias quiero quisiera necesito cuanto cuando donde cita manana hoy tarde lunes martes miercoles jueves viernes sabado domingo buenos buenas dias tardes tiene tienen hay esta estan puedo puede hora horario precio adios quien abren cierran cuesta favor llamo".split(
    " ",
  ),
);
const english = new Set(
  "the a an is are do does you your i im my me to for of on at and what when where how much can could would want need please open close hours appointment tomorrow today thanks thank hello book like have with it this that".split(
    " ",
  ),
);

/** Which of our languages plain words are in; null when they are too few to tell ("ok", "Friday"). */
export function guessLanguage(words: string): Language | null {
  if (/\p{Script=Devanagari}/u.test(words)) return "hi";
  const list = words.split(" ");
  const count = (known: ReadonlySet<string>) => list.filter((word) => known.has(word)).length;
  const counts: [Language, number][] = [
    ["en", count(english)],
    ["hi", count(romanHindi)],
    ["es", count(spanish)],
  ];
  const [first, second] = counts.sort((a, b) => b[1] - a[1]);
  if (!first || first[1] === 0 || first[1] === second?.[1]) return null;
  return first[1] >= 2 || list.length <= 3 ? first[0] : null;
}
