import type { ChildProcess } from "node:child_process";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { installModel } from "@/lib/ai";
import { getCall, listCalls, listTraces } from "@/lib/calls";
import { CallFilter, type CallView } from "@/lib/calls/schema";
import { log } from "@/lib/http";
import { type Runner, startRunner } from "@/lib/jobs";
import { type Carrier, type Line, openLine } from "../calls/open-line";
import { type CallStage, startCallStage } from "../calls/stage";
import { killWorker, startDoomedWorker } from "./doomed-worker";

/** After so long without a sign of life a worker counts as dead; 20 s in real life. */
const silenceMs = 1_500;
const patience = { timeout: 60_000, interval: 50 };

let stage: CallStage;
let doomed: ChildProcess | undefined;
let second: Runner | undefined;

beforeAll(async () => {
  log.level = "silent";
  stage = await startCallStage();
});
beforeEach(() => installModel(null));
afterEach(async () => {
  doomed?.kill("SIGKILL");
  await second?.stop();
  await fetch(`${stage.simulator.url}/faults`, { method: "DELETE" });
});
afterAll(() => stage.stop());

/** The worker that will die asks a model that keeps it waiting, and a carrier that is slow to give the file away. */
async function startSlowWorker(): Promise<void> {
  const slow = { target: "rest", kind: "latency", ms: 20_000, times: 1, match: { path: "Recording" } };
  await fetch(`${stage.simulator.url}/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(slow),
  });
  stage.model.script({ say: ["Too late."], stallMs: 20_000 });
  doomed = await startDoomedWorker(silenceMs, {
    ...{ TWILIO_API_BASE_URL: stage.simulator.url, VOBIZ_API_BASE_URL: stage.simulator.url },
    ...{ OPENAI_API_KEY: "test", OPENAI_BASE_URL: stage.model.url },
  });
}

async function viewOf({ desk }: Line, callId: string): Promise<CallView> {
  const [row] = (await listCalls(desk.ctx, CallFilter.parse({ carrierCallId: callId }))).data;
  return getCall(desk.ctx, row?.id ?? "");
}

it.each<Carrier>(["twilio", "vobiz"])(
  "a worker killed between hang-up and summary on %s: summary, sentiment, recording and timeline appear, once",
  { timeout: 150_000 },
  async (carrier) => {
    await startSlowWorker();
    const askedBefore = stage.model.requests.length;
    const line = await openLine(stage.simulator, carrier, { settings: { recording: "announce" } });
    const { callId } = await stage.ring(line, [{ say: "where are you?" }, { say: "no thanks, goodbye" }]);
    await vi.waitFor(() => expect(stage.model.requests.length).toBeGreaterThan(askedBefore), patience);
    const before = await viewOf(line, callId);
    expect(before).toMatchObject({ status: "completed", summary: null, outcome: null });
    expect(before.recordings.map(({ state }) => state)).toEqual(["waiting"]);
    if (doomed) await killWorker(doomed);

    second = await startRunner({ concurrency: 4, report: () => {}, silenceMs });
    await vi.waitFor(async () => {
      const call = await viewOf(line, callId);
      expect(call.analysedAt).not.toBeNull();
      expect(call.recordings.map(({ state }) => state)).toEqual(["stored"]);
    }, patience);
    const after = await viewOf(line, callId);
    expect(after).toMatchObject({ outcome: "answered", endedBy: "us", sentiment: { label: "neutral" } });
    expect(after.summary).toBe("The caller asked for the address.");
    expect(after.turns).toEqual(before.turns);
    const titles = (await listTraces(line.desk.ctx, after.id)).map(({ title }) => title);
    expect(titles.filter((title) => title === "Summary written")).toHaveLength(1);
    expect(titles.filter((title) => title === "Recording stored")).toHaveLength(1);
  },
);
