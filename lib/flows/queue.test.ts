import { describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { type QueueAround, QueueSettings } from "@/lib/queues/schema";
import type { FlowInput } from "./graph/schema";
import { ownSteps } from "./graph/step";
import { playCall } from "./testing";

const queueId = newId();
const flow = { start: "wait", steps: { wait: { kind: "queue" as const, queueId, next: null } } };
const onward: FlowInput = { kind: "dialed", isBridged: false };
const silence: FlowInput = { kind: "heard", text: "", digits: "" };

function around(more: Partial<QueueAround> = {}) {
  const { targetIds: _, strategy: __, music: ___, ...settings } = QueueSettings.parse({});
  const here: QueueAround = {
    ...{ ...settings, name: "Front desk", musicUrl: "https://x.example/music", position: 2, wish: null },
    ...{ estimateSeconds: 200, waitedSeconds: 0, isStaffed: true, rings: [], ...more },
  };
  return { queues: { [queueId]: here } };
}

const play = (inputs: FlowInput[], more: Partial<QueueAround> = {}) => playCall(flow, inputs, around(more));

describe("waiting in a queue", () => {
  it("says place, time and ways out, then plays music and says it again", () => {
    const { lines, state } = play([silence], { welcome: "Hello.", messages: ["Book online."] });
    expect(lines).toEqual([
      "ask Hello. You are number 2 in line. It should take about 4 minutes. To leave a message, press 1. To talk to our assistant, press 2. play",
      "ask Thank you for waiting. You are number 2 in line. It should take about 4 minutes. Book online. play",
    ]);
    expect(state).toMatchObject({ phase: "queueing", missed: "abandoned_in_queue" });
  });

  it("rings who is offered; nobody's answer leads back, an answer ends it well", () => {
    const rings = [
      { identity: "m_1", e164: null },
      { identity: null, e164: "+12015550110" },
    ];
    expect(play([onward], { rings }).lines[1]).toBe("dial client +12015550110");
    expect(play([onward, onward], { rings }).state).toMatchObject({
      ...{ phase: "queueing", missed: "abandoned_in_queue" },
    });
    expect(play([onward, { kind: "dialed", isBridged: true }], { rings }).state).toMatchObject({
      ...{ phase: "over", outcome: "transferred", missed: null, queue: { left: "taken" } },
    });
  });

  it.each([
    ["1", ownSteps.voicemail, "recording"],
    ["2", ownSteps.receptionist, "listening"],
  ])("key %s leads out", (digits, step, phase) => {
    const { state } = play([{ kind: "heard", text: "", digits }]);
    expect(state).toMatchObject({ step, phase, queue: { left: "key" } });
  });

  it("any other key waits on", () => {
    expect(play([{ kind: "heard", text: "", digits: "7" }]).state.phase).toBe("queueing");
  });

  it.each([
    ["voicemail", ownSteps.voicemail],
    ["receptionist", ownSteps.receptionist],
    ["go_on", ownSteps.receptionist],
  ] as const)("after the longest wait: %s", (whenTooLong, step) => {
    const { lines, state } = play([silence], { whenTooLong, waitedSeconds: 700 });
    expect(lines[1]).toMatch(/^say I'm sorry, everybody is still busy/);
    expect(state).toMatchObject({ step, queue: { left: "too_long" } });
  });

  it("hangs up with the business's words, and says that nobody answered", () => {
    const ends = { whenTooLong: "hang_up", lastWords: "Write to us.", waitedSeconds: 700 } as const;
    const { lines, state } = play([silence], ends);
    expect(lines[1]).toBe("say I'm sorry, everybody is still busy.; say Write to us.; hang_up");
    expect(state).toMatchObject({ phase: "over", missed: "nobody_answered" });
  });

  it("lets nobody wait for nobody: at once, and when everybody has gone for a whole round", () => {
    expect(play([], { isStaffed: false }).state).toMatchObject({ missed: "nobody_available" });
    const waiting = playCall(flow, [], around()).state;
    expect(waiting.phase).toBe("queueing");
    expect(play([silence], { isStaffed: false, waitsForNobody: true }).state.phase).toBe("queueing");
  });

  it("goes where somebody sends the caller", () => {
    expect(play([onward], { wish: "voicemail" }).state).toMatchObject({ step: ownSteps.voicemail });
    expect(play([onward], { wish: "hang_up" }).state).toMatchObject({ phase: "over" });
  });

  it("talks with a caller whose queue is gone", () => {
    expect(playCall(flow, []).state.step).toBe(ownSteps.receptionist);
  });
});
