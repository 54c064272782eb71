import { z } from "zod";

/** What the browser SDK says over its signalling socket, as far as we act on it (its version 1.6). */
export const frameSchema = z.object({
  type: z.string(),
  payload: z
    .object({
      token: z.string().optional(),
      callsid: z.string().optional(),
      sdp: z.string().optional(),
      dtmf: z.string().optional(),
      reconnect: z.string().optional(),
      twilio: z.object({ params: z.string().optional() }).optional(),
    })
    .loose()
    .default({}),
});

export type Frame = z.output<typeof frameSchema>;
export type Payload = Frame["payload"];

/** Reads a frame; null for a heartbeat and for what is none. */
export function readFrame(text: string): Frame | null {
  try {
    return frameSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Our answer in the same form. */
export function writeFrame(type: string, payload: object): string {
  return JSON.stringify({ type, payload, version: "1.6" });
}
