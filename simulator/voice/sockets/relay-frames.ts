import { z } from "zod";

const flag = z.boolean().optional();

/** What an application may send to ConversationRelay. */
const relayFrame = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("text"),
    token: z.string(),
    last: z.boolean().default(false),
    lang: z.string().optional(),
    interruptible: flag,
    preemptible: flag,
  }),
  z.object({
    type: z.literal("play"),
    source: z.url(),
    loop: z.number().int().min(0).default(1),
    interruptible: flag,
    preemptible: flag,
  }),
  z.object({ type: z.literal("sendDigits"), digits: z.string().regex(/^[0-9w#*]+$/) }),
  z.object({
    type: z.literal("language"),
    ttsLanguage: z.string().optional(),
    transcriptionLanguage: z.string().optional(),
  }),
  z.object({ type: z.literal("end"), handoffData: z.string().optional() }),
]);

export type RelayFrame = z.infer<typeof relayFrame>;

/** Reads a frame; a sentence says what is wrong with one that cannot be used. */
export function readRelayFrame(json: unknown): RelayFrame | string {
  const read = relayFrame.safeParse(json);
  return read.success ? read.data : z.prettifyError(read.error);
}
