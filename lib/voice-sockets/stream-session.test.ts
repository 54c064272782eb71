import { describe, expect, it } from "vitest";
import type { Exchange } from "@/lib/calls";
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

/** Twenty milliseconds of sound. */
const frame = Buffer.alloc(160).toString("base64");
const sound = { kind: "sound", payload: frame, itemId: "item_1" } as const;
const done = { kind: "done", status: "completed" } as const;

function rig(next: Next | null = null) {
  const toCarrier: Record<string, unknown>[] = [];
  const toModel: Record<string, unknown>[] = [];
  const kept: Exchange[] = [];
  const ended: (Next | null)[] = [];
  const timers: { work: () => void; milliseconds: number }[] = [];
  const setup = { instructions: "Be kind.", tools: [], voice: "", greeting: "Hello", language: "en-US" };
  const session = startStreamSession(
    { ...setup, minutes: 15, toolCalls: 2 },
    {
      codec,
      toCarrier: (text) => void toCarrier.push(JSON.parse(text)),
      toModel: (event) => void toModel.push(JSON.parse(event)),
      performTool: async () => ({
        trace: { name: "end_call", arguments: {}, ok: true, result: {}, milliseconds: 1 },
        ...{ next, dialog: {} },
      }),
      keep: (exchange) => void kept.push(exchange),
      end: (decided) => void ended.push(decided),
      setTimer: (work, milliseconds) => {
        const timer = { work, milliseconds };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
      },
    },
  );
  session.fromCarrier({ kind: "start", callSid: "CA1", streamId: "MZ1" });
  const types = () => toModel.map(({ type }) => type);
  const elapse = (milliseconds: number) => {
    for (const timer of timers.filter((one) => one.milliseconds <= milliseconds)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.work();
    }
  };
  const say = (text: string) => {
    for (const event of [{ kind: "begun" } as const, sound, { kind: "spoken", text } as const, done])
      session.fromModel(event);
  };
  return { session, toCarrier, types, toModel, kept, ended, elapse, say };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const useTool = { kind: "tool", id: "1", name: "end_call", arguments: "{}" } as const;

describe("a stream session", () => {
  it("sets the model up, greets, and passes sound both ways", () => {
    const { session, toCarrier, types } = rig();
    session.fromCarrier({ kind: "sound", payload: frame });
    session.fromModel(sound);
    expect(types()).toEqual(["session.update", "response.create", "input_audio_buffer.append"]);
    expect(toCarrier).toEqual([{ kind: "sound", streamId: "MZ1", payload: frame }]);
  });

  it("empties what is queued when the caller speaks, and tells the model how much was heard", () => {
    const { session, toCarrier, toModel, types } = rig();
    session.fromModel({ kind: "begun" });
    for (let count = 0; count < 100; count += 1) session.fromModel(sound);
    for (let count = 0; count < 10; count += 1) session.fromCarrier({ kind: "sound", payload: frame });
    session.fromModel({ kind: "speech_started" });
    expect(toCarrier.at(-1)).toEqual({ kind: "clear", streamId: "MZ1" });
    expect(types().slice(-2)).toEqual(["response.cancel", "conversation.item.truncate"]);
    expect(toModel.at(-1)).toMatchObject({ item_id: "item_1", audio_end_ms: 200 });
    session.fromModel(sound); // a piece that was on its way
    expect(toCarrier.at(-1)).toEqual({ kind: "clear", streamId: "MZ1" });
  });

  it("cancels nothing when no answer is being made: that would be an error", () => {
    const { session, say, types } = rig();
    say("Hello");
    session.fromModel({ kind: "speech_started" });
    expect(types()).not.toContain("response.cancel");
  });

  it("goes on after an error that changes nothing", () => {
    const { session, ended } = rig();
    session.fromModel({ kind: "failed", isFatal: false, why: "no answer to cancel" });
    expect(ended).toEqual([]);
  });

  it("asks for the next answer only when the last one is done", async () => {
    const { session, types } = rig();
    session.fromModel({ kind: "begun" });
    session.fromModel(useTool);
    await settled();
    expect(types().filter((type) => type === "response.create")).toHaveLength(1);
    session.fromModel(done);
    expect(types().filter((type) => type === "response.create")).toHaveLength(2);
  });

  it("keeps what was said before the answer to it, however late its words come", () => {
    const { session, kept, say } = rig();
    say("Hello");
    session.fromModel({ kind: "speech_started" });
    say("Friday at ten.");
    session.fromModel({ kind: "heard", text: " Friday? " });
    expect(kept.map(({ said, replied }) => [said, replied])).toEqual([
      ["", "Hello"],
      ["Friday?", "Friday at ten."],
    ]);
  });

  it("keeps an answer whose question could not be transcribed", () => {
    const { session, kept, say } = rig();
    session.fromModel({ kind: "speech_started" });
    say("Friday at ten.");
    expect(kept).toEqual([]);
    session.fromModel({ kind: "heard", text: "" });
    expect(kept).toMatchObject([{ said: "", replied: "Friday at ten." }]);
  });

  it("carries a decision out only after its words were played", async () => {
    const { session, ended, say } = rig({ do: "hang_up" });
    session.fromModel({ kind: "begun" });
    session.fromModel(useTool);
    session.fromModel(done);
    await settled();
    say("Goodbye");
    expect(ended).toEqual([]);
    session.fromCarrier({ kind: "played", mark: "said-1" });
    expect(ended).toEqual([{ do: "hang_up" }]);
  });

  it("carries it out all the same when the carrier never says that they were played", async () => {
    const { session, ended, say, elapse } = rig({ do: "hang_up" });
    session.fromModel(useTool);
    await settled();
    say("Goodbye");
    elapse(3_100);
    expect(ended).toEqual([{ do: "hang_up" }]);
  });

  it("forgets a decision that the caller spoke over", async () => {
    const { session, ended, say } = rig({ do: "hang_up" });
    session.fromModel(useTool);
    await settled();
    say("Goodbye");
    session.fromModel({ kind: "speech_started" });
    session.fromCarrier({ kind: "played", mark: "said-1" });
    expect(ended).toEqual([]);
  });

  it("asks a silent caller twice and says goodbye the third time", () => {
    const { toModel, ended, say, elapse, session } = rig();
    for (const words of ["Hello", "Are you still there?", "Are you still there?", "Goodbye"]) {
      expect(ended).toEqual([]);
      say(words);
      elapse(12_500);
    }
    expect(JSON.stringify(toModel)).toMatch(/still there[\s\S]*still there[\s\S]*I'll hang up now/);
    session.fromCarrier({ kind: "played", mark: "said-4" });
    expect(ended).toEqual([{ do: "hang_up" }]);
  });

  it("goes on by gather when the model fails, falls silent, is gone, or only asks for tools", async () => {
    const failing = rig();
    failing.session.fromModel({ kind: "failed", isFatal: true, why: "no" });
    const failed = rig();
    failed.session.fromModel({ kind: "begun" });
    failed.session.fromModel({ kind: "done", status: "failed" });
    const silent = rig();
    silent.elapse(2_800);
    const gone = rig();
    gone.session.loseModel();
    const busy = rig();
    for (let count = 0; count < 8; count += 1) busy.session.fromModel(useTool);
    await settled();
    for (const { ended } of [failing, failed, silent, gone, busy]) expect(ended).toEqual([null]);
  });
});
