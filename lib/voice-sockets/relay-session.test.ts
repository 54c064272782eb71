import { describe, expect, it } from "vitest";
import type { RelayCodec } from "@/lib/carriers";
import { systemClock } from "@/lib/kernel/clock";
import { unsafeTenantId } from "@/lib/kernel/ids";
import type { Conversing, TurnHooks, TurnOutcome } from "@/lib/receptionist";
import { type KeptTurn, type RelayStart, startRelaySession } from "./relay-session";

const codec: RelayCodec = {
  read: () => null,
  text: (token, last) => JSON.stringify({ type: "text", token, last }),
  end: (handoffData) => JSON.stringify({ type: "end", handoffData }),
};

const conversing = {
  ctx: {
    tenantId: unsafeTenantId("00000000-0000-7000-8000-000000000001"),
    actor: { kind: "assistant" },
    clock: systemClock,
    requestId: "t",
  },
  receptionist: { limits: { turns: 3, minutes: 15, toolCalls: 20, texts: 2 } },
} as Conversing;
const start: RelayStart = {
  conversing,
  history: [{ speaker: "assistant", text: "Hello, this is Ava." }],
  dialog: {},
  toolCalls: 0,
  language: "en-US",
};

const outcome = (text: string, next: TurnOutcome["next"] = { do: "listen" }): TurnOutcome => ({
  text,
  next,
  dialog: { seen: text },
  source: "model",
  tools: [],
  firstTokenMilliseconds: 1,
});

/** A session with a model that is answered by hand and timers that are fired by hand. */
function rig() {
  const sent: Record<string, unknown>[] = [];
  const kept: KeptTurn[] = [];
  const asked: {
    said: string;
    history: readonly { text: string }[];
    hooks: Required<TurnHooks>;
    answer: (value: TurnOutcome) => void;
  }[] = [];
  const timers = new Set<{ work: () => void; milliseconds: number }>();
  const session = startRelaySession(start, {
    codec,
    send: (frame) => void sent.push(JSON.parse(frame)),
    keep: (turn) => void kept.push(turn),
    takeTurn: (_conversing, input, hooks) =>
      new Promise((answer) => asked.push({ said: input.said, history: input.history, hooks, answer })),
    setTimer: (work, milliseconds) => {
      const timer = { work, milliseconds };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  });
  const fire = (milliseconds: number) => {
    for (const timer of [...timers].filter((one) => one.milliseconds === milliseconds)) {
      timers.delete(timer);
      timer.work();
    }
  };
  const say = (text: string) => session.take({ kind: "said", text, isFinal: true });
  return {
    session,
    sent,
    kept,
    asked,
    fire,
    say,
    settle: () => Promise.resolve().then(() => Promise.resolve()),
  };
}

describe("a relay session", () => {
  it("passes each piece on as it comes and ends the turn with the rest", async () => {
    const { say, asked, sent, kept, settle } = rig();
    say("Do you have Friday?");
    asked[0]?.hooks.onText("Friday ");
    asked[0]?.hooks.onText("at ten");
    asked[0]?.answer(outcome("Friday at ten is free."));
    await settle();
    expect(sent).toEqual([
      { type: "text", token: "Friday ", last: false },
      { type: "text", token: "at ten", last: false },
      { type: "text", token: " is free.", last: true },
    ]);
    expect(kept).toMatchObject([
      { said: "Do you have Friday?", replied: "Friday at ten is free.", isInterrupted: false },
    ]);
  });

  it("sends no piece of an answer after the caller spoke over it, and remembers what was heard", async () => {
    const { session, say, asked, sent, kept, settle } = rig();
    say("Tell me everything");
    asked[0]?.hooks.onText("We are open from ");
    session.take({ kind: "interrupted", heard: "We are open" });
    asked[0]?.hooks.onText("eight to five");
    asked[0]?.answer(outcome("We are open from eight to five."));
    await settle();
    expect(asked[0]?.hooks.signal.aborted).toBe(true);
    expect(sent).toHaveLength(1);
    expect(kept).toMatchObject([{ replied: "We are open", isInterrupted: true }]);
    say("Just Friday");
    expect(asked[1]?.history.map((one) => one.text)).toEqual([
      "Hello, this is Ava.",
      "Tell me everything",
      "We are open",
    ]);
  });

  it("hands over with what the carrier's next webhook needs", async () => {
    const { say, asked, sent, settle } = rig();
    say("Anna please");
    asked[0]?.answer(outcome("One moment.", { do: "transfer", targetId: "t1", brief: "asks for Anna" }));
    await settle();
    const end = sent.at(-1);
    expect(end?.type).toBe("end");
    expect(JSON.parse(String(end?.handoffData))).toMatchObject({ next: "transfer", targetId: "t1" });
    say("hello?");
    expect(asked).toHaveLength(1);
  });

  it("asks after a silence, and ends after the third", () => {
    const { sent, fire } = rig();
    fire(12_000);
    fire(12_000);
    fire(12_000);
    expect(sent.map((frame) => frame.type)).toEqual(["text", "text", "text", "end"]);
  });

  it("asks its own question again after a silence", async () => {
    const { say, asked, sent, fire, settle } = rig();
    say("a cleaning");
    asked[0]?.answer(outcome("I have ten or eleven. Which suits you?"));
    await settle();
    fire(12_000);
    expect(sent.at(-1)?.token).toBe("Are you still there? Which suits you?");
  });

  it("ends a conversation of too many turns, and one that lasts too long", async () => {
    const { say, asked, sent, fire, settle } = rig();
    for (const text of ["one", "two", "three", "four"]) {
      say(text);
      asked.at(-1)?.answer(outcome("ok"));
      await settle();
    }
    expect(sent.at(-1)?.type).toBe("end");
    const other = rig();
    other.fire(15 * 60_000);
    expect(other.sent.at(-1)?.type).toBe("end");
    fire(1);
  });
});
