import { z } from "zod";

// Frames of ConversationRelay, after Twilio's reference; unknown types and fields are ignored, numbers may come as text.
const Incoming = z.discriminatedUnion("type", [
  z.object({ type: z.literal("setup"), callSid: z.string(), accountSid: z.string().default("") }),
  z.object({
    type: z.literal("prompt"),
    voicePrompt: z.string().max(8_000),
    lang: z.string().optional(),
    last: z.boolean().default(true),
  }),
  z.object({ type: z.literal("dtmf"), digit: z.string().max(4) }),
  z.object({ type: z.literal("interrupt"), utteranceUntilInterrupt: z.string().default("") }),
  z.object({ type: z.literal("error"), description: z.string().default("") }),
]);
export type RelayFrame = z.output<typeof Incoming>;

/** Reads one frame from the carrier; null for what we do not know. */
export function readRelayFrame(data: string): RelayFrame | null {
  try {
    const frame = Incoming.safeParse(JSON.parse(data));
    return frame.success ? frame.data : null;
  } catch {
    return null;
  }
}

/** A piece of speech; `last` ends the turn and lets the carrier speak to its end. */
export function textFrame(token: string, last: boolean): string {
  return JSON.stringify({ type: "text", token, last });
}

/** Ends the session; the text comes back in the carrier's next webhook. */
export function endFrame(handoff: object): string {
  return JSON.stringify({ type: "end", handoffData: JSON.stringify(handoff) });
}
