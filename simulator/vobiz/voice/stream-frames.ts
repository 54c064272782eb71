import { z } from "zod";
import type { StreamFrames, StreamInput } from "../../voice/call";
import { newUuid } from "../../world/random";

const streamId = z.string();

const inputFrame = z.discriminatedUnion("event", [
  z.object({
    event: z.literal("playAudio"),
    streamId,
    media: z.object({ contentType: z.string(), sampleRate: z.number().or(z.string()), payload: z.base64() }),
  }),
  z.object({ event: z.literal("checkpoint"), streamId, name: z.string() }),
  z.object({ event: z.literal("clearAudio"), streamId }),
  z.object({ event: z.literal("stop"), streamId }),
]);

/** Vobiz's audio streams; their end is the socket's, there is no stop frame. Sound is µ-law here whatever was asked for. */
export const vobizStreamFrames: StreamFrames = {
  newStreamId: (world) => newUuid(world.random),
  hello: (info) => [
    {
      event: "start",
      start: {
        callId: info.call.record.sid,
        streamId: info.streamId,
        accountId: info.call.record.accountSid,
        tracks: ["inbound"],
        mediaFormat: { encoding: info.step.encoding, sampleRate: info.step.sampleRate },
      },
    },
  ],
  media: (_info, { payload, chunk, milliseconds }) => ({
    event: "media",
    media: { track: "inbound", timestamp: String(milliseconds), chunk, payload: payload.toString("base64") },
  }),
  digit: () => null,
  bye: () => null,
  marked: (_info, name) => ({ event: "playedStream", name }),
  cleared: () => ({ event: "clearedAudio" }),
  read: readInput,
};

function readInput(json: unknown): StreamInput {
  const read = inputFrame.safeParse(json);
  if (!read.success) return { kind: "unknown" };
  const frame = read.data;
  if (frame.event === "playAudio")
    return { kind: "audio", bytes: Buffer.from(frame.media.payload, "base64") };
  if (frame.event === "checkpoint") return { kind: "mark", name: frame.name };
  return { kind: frame.event === "stop" ? "stop" : "clear" };
}
