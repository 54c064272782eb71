import { z } from "zod";
import { parseJson } from "../../ports/parse-json";
import type { MediaCodec, MediaFrame } from "../../ports/sockets";

// Media Streams' frames (contract §5.3); numbers arrive as text.
const Frame = z.discriminatedUnion("event", [
  z.object({ event: z.literal("start"), start: z.object({ callSid: z.string(), streamSid: z.string() }) }),
  z.object({
    event: z.literal("media"),
    media: z.object({ track: z.string().default("inbound"), payload: z.string().max(65_536) }),
  }),
  z.object({ event: z.literal("dtmf"), dtmf: z.object({ digit: z.string().max(4) }) }),
  z.object({ event: z.literal("mark"), mark: z.object({ name: z.string().max(120) }) }),
  z.object({ event: z.literal("stop") }),
]);

/** Media Streams' frames. */
export const mediaCodec: MediaCodec = {
  read: readFrame,
  sound: (streamSid, payload) => JSON.stringify({ event: "media", streamSid, media: { payload } }),
  clear: (streamSid) => JSON.stringify({ event: "clear", streamSid }),
  mark: (streamSid, name) => JSON.stringify({ event: "mark", streamSid, mark: { name } }),
  stop: () => null,
};

function readFrame(data: string): MediaFrame | null {
  const frame = Frame.safeParse(parseJson(data));
  if (!frame.success) return null;
  switch (frame.data.event) {
    case "start":
      return { kind: "start", callSid: frame.data.start.callSid, streamId: frame.data.start.streamSid };
    case "media":
      return frame.data.media.track === "outbound"
        ? null
        : { kind: "sound", payload: frame.data.media.payload };
    case "dtmf":
      return { kind: "digit", digit: frame.data.dtmf.digit };
    case "mark":
      return { kind: "played", mark: frame.data.mark.name };
    case "stop":
      return { kind: "stop" };
  }
}
