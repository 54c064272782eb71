const lead =
  /^(?:(?:yes|yeah|ok|okay|sure|hi|hello|si|haan|ji|hola|well|its|it's)[,.\s]+)*(?:my name is|my name's|the name is|name is|this is|i am|i'm|it is|it's|put it under|under|me llamo|mi nombre es|soy|a nombre de|mera naam|mera nam|naam|main|मेरा नाम|नाम|मैं)\s+/iu;
const tail =
  /\s+(?:hai|hoon|hun|bol raha hoon|bol rahi hoon|है|हूँ|हूं|बोल रहा हूँ|बोल रही हूँ|here|speaking|please|por favor|thanks|thank you)[.!\s]*$/iu;

/** The name somebody gave when asked for it; null when the answer does not look like one. */
export function readName(said: string): string | null {
  const bare = said
    .replace(lead, "")
    .replace(tail, "")
    .replace(/[.,!?;:"“”।]+/g, " ")
    .trim();
  const words = bare.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0 || words.length > 4 || bare.length > 60) return null;
  if (!words.every((word) => /^[\p{L}\p{M}'’.-]+$/u.test(word))) return null;
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}
