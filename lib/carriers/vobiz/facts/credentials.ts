import { z } from "zod";
import type { CarrierCredentials } from "../../ports/connection";

/** A shorter token signs nothing we believe: an empty one would validate forgeries. */
export const minimumTokenLength = 20;

const vobizCredentials = z.object({
  authId: z.string().regex(/^(MA|SA)_[A-Za-z0-9]{4,64}$/),
  authToken: z.string().min(minimumTokenLength).max(256),
});

export type VobizCredentials = z.infer<typeof vobizCredentials>;

/** Reads a connection's fields; null when they cannot be Vobiz's. */
export function readCredentials(credentials: CarrierCredentials): VobizCredentials | null {
  const parsed = vobizCredentials.safeParse(credentials);
  return parsed.success ? parsed.data : null;
}
