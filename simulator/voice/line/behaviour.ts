import { z } from "zod";
import type { Act } from "./line";

/** What someone does whose phone rings. `after`: seconds of ringing; `talk`: seconds before this person hangs up. */
export type Behaviour =
  | { outcome: "answer"; after: number; script: Act[]; talk: number; isMachine: boolean }
  | { outcome: "busy" | "no-answer" | "failed"; after: number }
  /** Rings at the handset page, where a person answers or does not. */
  | { outcome: "handset" };

const timing = { after: z.number().min(0).max(60).optional() };

/** One line of a script, as it arrives in JSON. */
export const actSchema = z.union([
  z.strictObject({ say: z.string(), ...timing }),
  z.strictObject({ press: z.string(), ...timing }),
  z.strictObject({ wait: z.number().min(0).max(86_400) }),
  z.strictObject({ hangUp: z.literal(true), ...timing }),
]);

const word = z.enum(["answer", "machine", "busy", "no-answer", "failed", "handset"]);

/** `"busy"`, or in full `{ "does": "answer", "after": 4, "script": [{ "press": "1" }], "talk": 20 }`. */
export const behaviourSchema = z.union([
  word,
  z.strictObject({
    does: word,
    after: z.number().min(0).max(600).optional(),
    talk: z.number().min(0).max(14_400).optional(),
    script: z.array(actSchema).optional(),
  }),
]);

/** Completes what the JSON left out: an answer comes after 4 s and talks for 20 s. */
export function readBehaviour(given: z.infer<typeof behaviourSchema>): Behaviour {
  const { does, after, talk, script } = typeof given === "string" ? { does: given } : given;
  if (does === "handset") return { outcome: does };
  if (does !== "answer" && does !== "machine")
    return { outcome: does, after: after ?? (does === "no-answer" ? 600 : 1) };
  return {
    outcome: "answer",
    after: after ?? 4,
    talk: talk ?? 20,
    script: script ?? [],
    isMachine: does === "machine",
  };
}

/** How someone behaves: as the tables say, else a phone is answered and an app that nobody opened is not. */
export function behaviourOf(address: string, tables: Map<string, Behaviour>[]): Behaviour {
  const known = tables.flatMap((table) => table.get(keyOf(address)) ?? [])[0];
  return known ?? readBehaviour(/^\+?[\d\s()-]+$/.test(address) ? "answer" : "no-answer");
}

/** The spelling under which a table knows an address: digits only for a phone number, no scheme for an app's user. */
export function keyOf(address: string): string {
  const bare = address.replace(/^(client|sip|tel):/, "").trim();
  return /^\+?[\d\s()-]+$/.test(bare) ? bare.replace(/\D/g, "") : bare;
}
