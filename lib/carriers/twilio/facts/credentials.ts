import { z } from "zod";
import type { CarrierCredentials } from "../../ports/connection";

/** A token shorter than Twilio's own (32) signs nothing we believe: an empty one would validate forgeries. */
export const minimumTokenLength = 32;

const twilioCredentials = z.object({
  accountSid: z.string().regex(/^AC[0-9a-fA-F]{32}$/),
  authToken: z.string().min(minimumTokenLength).max(256),
  apiKeySid: z
    .string()
    .regex(/^SK[0-9a-fA-F]{32}$/)
    .optional()
    .or(z.literal("")),
  apiKeySecret: z.string().max(256).optional(),
});

export type TwilioCredentials = z.infer<typeof twilioCredentials>;

/** Reads a connection's fields; null when they cannot be Twilio's. */
export function readCredentials(credentials: CarrierCredentials): TwilioCredentials | null {
  const parsed = twilioCredentials.safeParse(credentials);
  return parsed.success ? parsed.data : null;
}
