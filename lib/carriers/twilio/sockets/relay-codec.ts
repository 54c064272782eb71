import { z } from "zod";
import { parseJson } from "../../ports/parse-json";
import type { RelayCodec, RelayFrame } from "../../ports/sockets";

// ConversationRelay's frames (contract §5.2). Unknown types are ignored: "events" and "debug" frames are not documented.
const Frame = z.discriminatedUnion("type", [
  z.object({ type: z.literal("setup"), callSid: z.string() }),
  z.object({
    type: z.literal("prompt"),
    voicePrompt: z.string().max(8_000),
    last: z.boolean().default(true),
  }),
  z.object({ type: z.literal("dtmf"), digit: z.string().max(4) }),
  z.object({ type: z.literal("interrupt"), utteranceUntilInterrupt: z.string().default("") }),
  z.object({ type: z.literal("error"), description: z.string().default("") }),
]);

/** ConversationRelay's frames. */
export const relayCodec: RelayCodec = {
  read: readFrame,
  text: (token, last) => JSON.stringify({ type: "text", token, last }),
  end: (handoffData) => JSON.stringify({ type: "end", handoffData }),
};

function readFrame(data: string): RelayFrame | null {
  const frame = Frame.safeParse(parseJson(data));
  if (!frame.success) return null;
  switch (frame.data.type) {
    case "setup":
      return { kind: "setup", callSid: frame.data.callSid };
    case "prompt":
      return { kind: "said", text: frame.data.voicePrompt, isFinal: frame.data.last };
    case "dtmf":
      return { kind: "digit", digit: frame.data.digit };
    case "interrupt":
      return { kind: "interrupted", heard: frame.data.utteranceUntilInterrupt };
    case "error":
      return { kind: "failed", why: frame.data.description };
  }
}
