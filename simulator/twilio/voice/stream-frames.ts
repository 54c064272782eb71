import { z } from "zod";
import type { StreamFrames, StreamInput } from "../../voice/call";
import { newSid } from "../../world/random";

const inputFrame = z.discriminatedUnion("event", [
  z.object({ event: z.literal("media"), streamSid: z.string(), media: z.object({ payload: z.base64() }) }),
  z.object({ event: z.literal("mark"), streamSid: z.string(), mark: z.object({ name: z.string() }) }),
  z.object({ event: z.literal("clear"), streamSid: z.string() }),
]);

/** Twilio's Media Streams: µ-law at 8 kHz; numbers travel as text. */
export const twilioStreamFrames: StreamFrames = {
  newStreamId: (world) => newSid(world.random, "MZ"),
  hello: ({ streamId, call, step }) => [
    { event: "connected", protocol: "Call", version: "1.0.0" },
    {
      event: "start",
      sequenceNumber: "1",
      streamSid: streamId,
      start: {
        accountSid: call.record.accountSid,
        streamSid: streamId,
        callSid: call.record.sid,
        tracks: ["inbound"],
        mediaFormat: { encoding: "audio/x-mulaw", sampleRate: 8000, channels: 1 },
        customParameters: step.parameters,
      },
    },
  ],
  media: ({ streamId }, { payload, count, chunk, milliseconds }) => ({
    event: "media",
    sequenceNumber: String(count),
    streamSid: streamId,
    media: {
      track: "inbound",
      chunk: String(chunk),
      timestamp: String(milliseconds),
      payload: payload.toString("base64"),
    },
  }),
  digit: ({ streamId }, digit, count) => ({
    event: "dtmf",
    sequenceNumber: String(count),
    streamSid: streamId,
    dtmf: { track: "inbound_track", digit },
  }),
  bye: ({ streamId, call }, count) => ({
    event: "stop",
    sequenceNumber: String(count),
    streamSid: streamId,
    stop: { accountSid: call.record.accountSid, callSid: call.record.sid },
  }),
  marked: ({ streamId }, name, count) => ({
    event: "mark",
    sequenceNumber: String(count),
    streamSid: streamId,
    mark: { name },
  }),
  cleared: () => null,
  read: readInput,
};

function readInput(json: unknown): StreamInput {
  const read = inputFrame.safeParse(json);
  if (!read.success) return { kind: "unknown" };
  const frame = read.data;
  if (frame.event === "media") return { kind: "audio", bytes: Buffer.from(frame.media.payload, "base64") };
  return frame.event === "mark" ? { kind: "mark", name: frame.mark.name } : { kind: "clear" };
}
