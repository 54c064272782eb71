import type { GatherStep } from "../../instructions";

/** What a gather has heard so far. */
export type Gathered = { digits: string; speech: string; finishedBy: string; isComplete: boolean };

export const nothingGathered: Gathered = { digits: "", speech: "", finishedBy: "", isComplete: false };

/** Adds pressed keys; the finish key is not part of the digits, and keys beyond the last wanted one are lost. */
export function collectKeys(
  gathered: Gathered,
  pressed: string,
  { finishOnKey, numDigits }: Pick<GatherStep, "finishOnKey" | "numDigits">,
): Gathered {
  let digits = gathered.digits;
  for (const key of pressed) {
    if (!/[0-9*#]/.test(key)) continue;
    if (finishOnKey.includes(key)) return { ...gathered, digits, finishedBy: key, isComplete: true };
    digits += key;
    if (digits.length >= numDigits) return { ...gathered, digits, isComplete: true };
  }
  return { ...gathered, digits };
}

/** A lone finish key is no input. */
export function isEmpty({ digits, speech }: Gathered): boolean {
  return digits === "" && speech === "";
}
