import { commonPasswords } from "./common-passwords";

/** Why a password is refused, as a sentence for the form; null when it may be used. */
export function passwordWeakness(password: string, about: { email: string; name: string }): string | null {
  const plain = password.toLowerCase();
  if (password.length < 10) return "Use at least 10 characters.";
  if (commonPasswords.has(plain))
    return "This password is on every list of stolen passwords. Choose another.";
  if (new Set(plain).size < 4) return "Use more different characters.";
  if (isRun(plain)) return "Letters or digits in a row are guessed first. Choose another.";
  if (repeatsPerson(plain, about)) return "Leave your name, your e-mail address and ours out of it.";
  return null;
}

/** Whether every character is the one after (or before) its neighbour, as in 0123456789. */
function isRun(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((character, index) => character.charCodeAt(0) - text.charCodeAt(index));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

function repeatsPerson(plain: string, { email, name }: { email: string; name: string }): boolean {
  const words = [email, email.split("@")[0] ?? "", name, "trunkline"].map((word) => word.toLowerCase());
  const core = plain.replace(/[\d\W_]+$/g, "");
  return words.some((word) => word.length >= 4 && (plain === word || core === word));
}
