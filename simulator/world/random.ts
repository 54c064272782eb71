import { randomBytes } from "node:crypto";

/** Chance as a parameter: a number in [0, 1). */
export type Random = () => number;

/** Unpredictable chance. SIDs must differ between runs, for the product keeps them longer than the simulator does. */
export const systemRandom: Random = () => randomBytes(4).readUInt32BE() / 2 ** 32;

/** `count` lower-case hexadecimal digits. */
export function randomHex(random: Random, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join("");
}

/** A carrier id: two-letter prefix and 32 hexadecimal digits. */
export function newSid(random: Random, prefix: string): string {
  return prefix + randomHex(random, 32);
}

/** A random UUID (version 4 layout), as Vobiz and idempotency tokens use. */
export function newUuid(random: Random): string {
  const hex = randomHex(random, 30);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/** A whole number from `least` to `most`, both included. */
export function randomBetween(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}
