import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { installModel } from "@/lib/ai";
import { getCall, listCalls, listTraces } from "@/lib/calls";
import { CallFilter, type CallView } from "@/lib/calls/schema";
import { env } from "@/lib/env";
import { runDueJobs } from "@/lib/jobs/testing";
import { appointmentsOf } from "@/lib/receptionist/testing";
import { type Carrier, type Line, openLine } from "./open-line";
import { type RealtimeAnswer, type RealtimeStub, startRealtimeStub } from "./realtime-stub";
import { type CallStage, type Report, setClock, startCallStage } from "./stage";

/** How fast the session's timers run. How long it waits for a model is told by its own tests; here a busy machine has to be in time, too. */
const haste = vi.hoisted(() => ({ factor: 1 }));
vi.mock("@/lib/voice-sockets/set-timer", () => ({
  setTimer: (work: () => void, milliseconds: number) => {
    const timer = setTimeout(work, milliseconds / haste.factor);
    return () => clearTimeout(timer);
  },
}));

let stage: CallStage;
let realtime: RealtimeStub;
const { apiKey, baseUrl } = env.openai;

beforeAll(async () => {
  [stage, realtime] = await Promise.all([startCallStage(), startRealtimeStub()]);
});
beforeEach(() => {
  setClock();
  installModel(null);
  haste.factor = 1;
  Object.assign(realtime, { refusesSetUp: false });
  realtime.events.length = 0;
  realtime.heard.length = 0;
  Object.assign(env.openai, { apiKey: "test", baseUrl: realtime.url });
});
afterEach(() => void Object.assign(env.openai, { apiKey, baseUrl }));
afterAll(async () => {
  await stage.stop();
  await realtime.close();
});

const goodbye: RealtimeAnswer = { say: "Goodbye, Sara.", tools: [{ name: "end_call", arguments: {} }] };
const wordsOf = ({ heard }: Report) => heard.flatMap(({ text }) => text ?? []).join("\n");
const sentTypes = () => realtime.events.map(({ type }) => type);

/** Answers by what was heard; anything else with words that show that something went wrong. */
function answerWith(answers: Record<string, RealtimeAnswer>, afterTools: RealtimeAnswer = goodbye): void {
  realtime.answer = (heard) =>
    heard === null ? afterTools : (answers[heard] ?? { say: "I did not expect that." });
}

async function finish({ desk }: Line, { callId }: Report): Promise<CallView> {
  await runDueJobs(new Date(Math.max(Date.now(), desk.clock.now().getTime()) + 86_400_000));
  const [row] = (await listCalls(desk.ctx, CallFilter.parse({ carrierCallId: callId }))).data;
  return getCall(desk.ctx, row?.id ?? "");
}

describe.each<Carrier>(["twilio", "vobiz"])("a sound stream on %s", (carrier) => {
  const dial = () =>
    openLine(stage.simulator, carrier, { callerName: "Sara Jones", settings: { talk: "stream" } });

  it("carries sound both ways, keeps what was said in order, and hangs up after the last word", async () => {
    answerWith({ "Where are you?": { say: "At 214 River Street." }, "Thank you, bye": goodbye });
    const line = await dial();
    const report = await stage.ring(line, [{ say: "Where are you?" }, { say: "Thank you, bye" }]);
    expect(report).toMatchObject({ problems: [], deadAir: [], status: "completed", endedBy: "product" });
    expect(realtime.heard).toEqual(["Where are you?", "Thank you, bye"]);
    expect(wordsOf(report)).toMatch(/this is Ava[\s\S]*At 214 River Street\.[\s\S]*Goodbye, Sara\./);
    const call = await finish(line, report);
    expect(call).toMatchObject({ outcome: "answered", endedBy: "us", talk: "stream" });
    expect(call.turns.map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual([
      "assistant: Riverside Dental, this is Ava. How can I help?",
      "caller: Where are you?",
      "assistant: At 214 River Street.",
      "caller: Thank you, bye",
      "assistant: Goodbye, Sara.",
    ]);
    const titles = (await listTraces(line.desk.ctx, call.id)).map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(["The stream socket opened", "end_call done", "The stream ended"]),
    );
    await vi.waitFor(() => expect(realtime.open()).toBe(0));
  });

  it("lets the caller speak over an answer, tells the model what was heard, and goes on", async () => {
    const long =
      "We are open from eight in the morning until five in the afternoon on most days of the week. ".repeat(
        3,
      );
    answerWith({ "When?": { say: long }, "Stop, where?": { say: "At 214 River Street." }, bye: goodbye });
    const line = await dial();
    const report = await stage.ring(line, [
      { say: "When?" },
      { say: "Stop, where?", after: 4 },
      { say: "bye" },
    ]);
    expect(report).toMatchObject({ problems: [], deadAir: [], endedBy: "product" });
    expect(wordsOf(report)).toMatch(/At 214 River Street\.[\s\S]*Goodbye, Sara\./);
    expect(sentTypes()).toContain("conversation.item.truncate");
    const cut = realtime.events.find(({ type }) => type === "conversation.item.truncate");
    expect(Number(cut?.audio_end_ms)).toBeLessThan((long.length / 15) * 1000);
    expect((await finish(line, report)).outcome).toBe("answered");
  });

  it("books through the same tools, and says so only afterwards", async () => {
    const line = await dial();
    const [cleaning] = line.desk.conversing.facts.services;
    const booking = { serviceId: cleaning?.id, startsAt: "2026-11-23T10:00" };
    answerWith(
      {
        "Cleaning on Monday at ten": { tools: [{ name: "book_appointment", arguments: booking }] },
        bye: goodbye,
      },
      { say: "You are booked." },
    );
    const report = await stage.ring(line, [{ say: "Cleaning on Monday at ten" }, { say: "bye" }]);
    expect(wordsOf(report)).toContain("You are booked.");
    expect(report.problems).toEqual([]);
    expect(await finish(line, report)).toMatchObject({ outcome: "booked" });
    expect(await appointmentsOf(line.desk)).toEqual(["Cleaning 2026-11-23T15:00:00.000Z"]);
  });

  it("puts through to a person when the model asks for it", async () => {
    const line = await dial();
    const [anika] = line.desk.conversing.facts.transfers;
    const transfer = { name: "transfer_call", arguments: { targetId: anika?.id, brief: "A bill" } };
    answerWith({ "A person, please": { say: "One moment.", tools: [transfer] } });
    const report = await stage.ring(line, [{ say: "A person, please" }]);
    expect(wordsOf(report)).toMatch(/One moment\./);
    expect(await finish(line, report)).toMatchObject({ outcome: "transferred" });
  });

  it("lets the model go when the caller hangs up", async () => {
    answerWith({ "Where are you?": { say: "At 214 River Street." } });
    const line = await dial();
    const report = await stage.ring(line, [{ say: "Where are you?" }, { hangUp: true }]);
    expect(report).toMatchObject({ endedBy: "caller", status: "completed" });
    expect(await finish(line, report)).toMatchObject({ endedBy: "caller", outcome: "answered" });
    await vi.waitFor(() => expect(realtime.open()).toBe(0));
  });

  const troubles: [what: string, prepare: () => void][] = [
    ["that cannot be reached", () => Object.assign(env.openai, { baseUrl: "http://127.0.0.1:9/v1" })],
    ["that refuses its set-up", () => Object.assign(realtime, { refusesSetUp: true })],
    ["that dies in the middle", () => answerWith({ "Hm?": { trouble: "dies" } })],
    ["that falls silent", () => answerWith({ "Hm?": { trouble: "silence" } })],
    ["whose answer fails", () => answerWith({ "Hm?": { trouble: "fails" } })],
    ["that is out of order", () => answerWith({ "Hm?": { trouble: "server_error" } })],
  ];

  it.each(troubles)("speaks on without a model %s", async (_what, prepare) => {
    prepare();
    haste.factor = 4;
    const line = await dial();
    const acts = [{ say: "Hm?" }, { say: "where are you?" }, { say: "no thanks, goodbye" }];
    const report = await stage.ring(line, acts);
    expect(report).toMatchObject({ deadAir: [], status: "completed", endedBy: "product" });
    expect(report.requests.filter(({ status }) => status >= 300)).toEqual([]);
    expect(wordsOf(report)).toMatch(/this is Ava[\s\S]*214 River Street[\s\S]*Goodbye/);
    expect(await finish(line, report)).toMatchObject({ outcome: "answered", endedBy: "us" });
  });
});

it("tells the model which key was pressed, where the carrier says so", async () => {
  answerWith({ bye: goodbye }, { say: "You pressed one." });
  const line = await openLine(stage.simulator, "twilio", { settings: { talk: "stream" } });
  const report = await stage.ring(line, [{ press: "1" }, { say: "bye" }]);
  expect(wordsOf(report)).toMatch(/You pressed one\.[\s\S]*Goodbye, Sara\./);
  expect(JSON.stringify(realtime.events)).toContain("(pressed 1)");
  const { turns } = await finish(line, report);
  expect(turns.map(({ speaker, text }) => `${speaker}: ${text}`)).toContain("caller: (pressed 1)");
});
