import { z } from "zod";

/** One change of consent with its proof. */
export type ConsentView = {
  id: string;
  address: string;
  change: string;
  source: string;
  text: string | null;
  actor: string;
  at: string;
};

/** A change that somebody told a person: what, and in which words or on which paper. */
export const RecordConsent = z
  .object({
    addressId: z.uuid(),
    change: z.enum(["opted_out", "opted_in"]),
    proof: z.string().trim().min(3).max(500),
  })
  .strict();
export type RecordConsent = z.infer<typeof RecordConsent>;
