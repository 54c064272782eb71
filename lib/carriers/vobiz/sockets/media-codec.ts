import { z } from "zod";
import { parseJson } from "../../ports/parse-json";
import type { MediaCodec, MediaFrame } from "../../ports/sockets";

// Vobiz' stream frames (contract §6.2): ids nest under `start`, there is no stop event, the socket's close is the end.
const Frame = z.discriminatedUnion("event", [
  z.object({ event: z.literal("start"), start: z.object({ callId: z.string(), streamId: z.string() }) }),
  z.object({ event: z.literal("media"), media: z.object({ payload: z.string().max(65_536) }) }),
  z.object({ event: z.literal("dtmf"), dtmf: z.object({ digit: z.string().max(4) }) }),
  z.object({ event: z.literal("playedStream"), name: z.string().max(120).default("") }),
]);

// µ-law at 8 kHz leaves the open question of 16-bit byte order aside (contract §6.2).
const format = { contentType: "audio/x-mulaw", sampleRate: 8000 };

/** Vobiz' stream frames. */
export const mediaCodec: MediaCodec = {
  read: readFrame,
  sound: (streamId, payload) =>
    JSON.stringify({ event: "playAudio", streamId, media: { ...format, payload } }),
  clear: (streamId) => JSON.stringify({ event: "clearAudio", streamId }),
  mark: (streamId, name) => JSON.stringify({ event: "checkpoint", streamId, name }),
  stop: (streamId) => JSON.stringify({ event: "stop", streamId }),
};

function readFrame(data: string): MediaFrame | null {
  const frame = Frame.safeParse(parseJson(data));
  if (!frame.success) return null;
  switch (frame.data.event) {
    case "start":
      return { kind: "start", callSid: frame.data.start.callId, streamId: frame.data.start.streamId };
    case "media":
      return { kind: "sound", payload: frame.data.media.payload };
    case "dtmf":
      return { kind: "digit", digit: frame.data.dtmf.digit };
    case "playedStream":
      return { kind: "played", mark: frame.data.name };
  }
}
