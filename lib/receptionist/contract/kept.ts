import { z } from "zod";
import { actionKinds, type Dialog } from "./turn";

/** Something the receptionist really did in this conversation, each proven by a row or an instruction. */
export const Deed = z.object({ kind: z.enum(actionKinds), text: z.string().max(300) });
export type Deed = z.output<typeof Deed>;

const Kept = z.object({
  deeds: z.array(Deed).max(60).default([]),
  /** The language the caller was last understood in. */
  language: z.enum(["en", "hi", "es"]).nullable().default(null),
  /** The name the caller gave in this conversation. */
  callerName: z.string().max(80).nullable().default(null),
  /** What the offline receptionist is in the middle of; its own business. */
  offline: z.unknown().optional(),
});

/** What is kept of a conversation between its turns. */
export type Kept = z.output<typeof Kept>;

/** Reads what was kept; a dialog from another version begins anew rather than fail a call. */
export function readKept(dialog: Dialog): Kept {
  const read = Kept.safeParse(dialog);
  return read.success ? read.data : Kept.parse({});
}
