import { describe, expect, it } from "vitest";
import type { MediaCodec } from "@/lib/carriers";
import type { Next } from "@/lib/receptionist";
import { startStreamSession } from "./stream-session";

const codec: MediaCodec = {
  read: () => null,
  sound: (streamId, payload) => JSON.stringify({ kind: "sound", streamId, payload }),
  clear: (streamId) => JSON.stringify({ kind: "clear", streamId }),
  mark: (streamId, name) => JSON.stringify({ kind: "mark", streamId, name }),
  stop: () => null,
};

function rig(next: Next | null = null) {
  const toCarrier: Record<string, unknown>[] = [];
  const toModel: Record<string, unknown>[] = [];
  const kept: { said: string; replied: string }[] = [];
  const ended: (Next | null)[] = [];
  const session = startStreamSession(
    { instructions: "Be kind.", tools: [], voice: "", greeting: "Hello", minutes: 15, toolCalls: 2 },
    {
      codec,
      toCarrier: (frame) => void toCarrier.push(JSON.parse(frame)),
      toModel: (event) => void toModel.push(JSON.parse(event)),
      performTool: async () => ({
        trace: { name: "end_call", arguments: {}, ok: true, result: {}, milliseconds: 1 },
        next,
      }),
      keep: (exchange) => void kept.push(exchange),
      end: (decided) => void ended.push(decided),
      setTimer: () => () => {},
    },
  );
  session.fromCarrier({ kind: "start", callSid: "CA1", streamId: "MZ1" });
  return { session, toCarrier, toModel, kept, ended };
}

describe("a stream session", () => {
  it("sets the model up, greets, and passes sound both ways", () => {
    const { session, toCarrier, toModel } = rig();
    session.fromCarrier({ kind: "sound", payload: "AAA=" });
    session.fromModel({ kind: "sound", payload: "BBB=" });
    expect(toModel.map((event) => event.type)).toEqual([
      "session.update",
      "response.create",
      "input_audio_buffer.append",
    ]);
    expect(toCarrier).toEqual([{ kind: "sound", streamId: "MZ1", payload: "BBB=" }]);
  });

  it("empties what is queued when the caller speaks", () => {
    const { session, toCarrier, toModel } = rig();
    session.fromModel({ kind: "speech_started" });
    expect(toCarrier.at(-1)).toEqual({ kind: "clear", streamId: "MZ1" });
    expect(toModel.at(-1)?.type).toBe("response.cancel");
  });

  it("keeps what was said and answered", () => {
    const { session, kept } = rig();
    session.fromModel({ kind: "heard", text: " Friday? " });
    session.fromModel({ kind: "spoken", text: "Friday at ten." });
    expect(kept).toMatchObject([{ said: "Friday?", replied: "Friday at ten." }]);
  });

  it("carries a decision out only after its words were played", async () => {
    const { session, ended } = rig({ do: "hang_up" });
    session.fromModel({ kind: "tool", id: "1", name: "end_call", arguments: "{}" });
    await new Promise((resolve) => setImmediate(resolve));
    session.fromModel({ kind: "done" });
    expect(ended).toEqual([]);
    session.fromCarrier({ kind: "played", mark: "said-1" });
    expect(ended).toEqual([{ do: "hang_up" }]);
  });

  it("goes on by gather when the model fails, and ends after too many tool calls", async () => {
    const failing = rig();
    failing.session.fromModel({ kind: "failed", why: "no" });
    expect(failing.ended).toEqual([null]);
    const busy = rig();
    for (const id of ["1", "2", "3"]) busy.session.fromModel({ kind: "tool", id, name: "x", arguments: "" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(busy.ended).toEqual([{ do: "hang_up" }]);
  });
});
