import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { installModel } from "@/lib/ai";
import { getCall, listCalls, listTraces } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { env } from "@/lib/env";
import { runDueJobs } from "@/lib/jobs/testing";
import { type Carrier, type Line, openLine } from "./open-line";
import { type RealtimeStub, startRealtimeStub } from "./realtime-stub";
import { type CallStage, type Report, setClock, startCallStage } from "./stage";

let stage: CallStage;
let realtime: RealtimeStub;
const { apiKey, baseUrl } = env.openai;

beforeAll(async () => {
  [stage, realtime] = await Promise.all([startCallStage(), startRealtimeStub()]);
});
beforeEach(() => {
  setClock();
  installModel(null);
  Object.assign(env.openai, { apiKey: "test", baseUrl: realtime.url });
  realtime.answer = (heard) =>
    heard === "where are you?"
      ? { say: "At 214 River Street." }
      : { say: "Goodbye.", tools: [{ name: "end_call", arguments: {} }] };
});
afterEach(() => void Object.assign(env.openai, { apiKey, baseUrl }));
afterAll(async () => {
  await stage.stop();
  await realtime.close();
});

type Talk = "gather" | "relay" | "stream";
const ways: [Carrier, Talk][] = [
  ["twilio", "gather"],
  ["twilio", "relay"],
  ["twilio", "stream"],
  ["vobiz", "gather"],
  ["vobiz", "stream"],
];
const answers = [
  { what: "the key 1", act: { press: "1" }, isGiven: true, kept: "caller: (pressed 1)" },
  { what: "a yes", act: { say: "yes, that's fine" }, isGiven: true, kept: "caller: yes, that's fine" },
  { what: "the key 2", act: { press: "2" }, isGiven: false, kept: "caller: (pressed 2)" },
  { what: "another key", act: { press: "7" }, isGiven: false, kept: "caller: (pressed 7)" },
  { what: "a no", act: { say: "no" }, isGiven: false, kept: "caller: no" },
];

async function read({ desk }: Line, { callId }: Report) {
  await runDueJobs(new Date(Math.max(Date.now(), desk.clock.now().getTime()) + 86_400_000));
  const [row] = (await listCalls(desk.ctx, CallFilter.parse({ carrierCallId: callId }))).data;
  const call = await getCall(desk.ctx, row?.id ?? "");
  const titles = (await listTraces(desk.ctx, call.id)).map(({ title }) => title);
  return { call, titles };
}

describe.each(ways)("whether a call may be recorded, asked on %s before a %s", (carrier, talk) => {
  it.each(answers)("takes $what for an answer, and the conversation goes on", async (answer) => {
    const settings = { recording: "ask", ...(talk === "gather" ? {} : { talk }) } as const;
    const line = await openLine(stage.simulator, carrier, { settings });
    const report = await stage.ring(line, [
      answer.act,
      { say: "where are you?" },
      { say: "no thanks, goodbye" },
    ]);
    expect(report).toMatchObject({ problems: [], deadAir: [], status: "completed", endedBy: "product" });
    const words = report.heard.flatMap(({ text }) => text ?? []).join("\n");
    expect(words).toMatch(/say yes or press 1[\s\S]*this is Ava[\s\S]*214 River Street[\s\S]*oodbye/i);
    expect(/won't record/.test(words)).toBe(!answer.isGiven);
    const { call, titles } = await read(line, report);
    expect(call.recordings.map(({ kind }) => kind)).toEqual(answer.isGiven ? ["call"] : []);
    expect(call.turns.map(({ speaker, text }) => `${speaker}: ${text}`)).toContain(answer.kept);
    // The way to talk is the one that was chosen, also after the question.
    if (talk !== "gather") expect(titles).toContain(`The ${talk} socket opened`);
  });
});
