import { afterAll, beforeAll, expect, it } from "vitest";
import { installModel } from "@/lib/ai";
import { getCall, listCalls } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { runDueJobs } from "@/lib/jobs/testing";
import { readUsage } from "@/lib/usage";
import { type Carrier, openLine } from "./open-line";
import { type CallStage, startCallStage } from "./stage";

let stage: CallStage;

beforeAll(async () => {
  stage = await startCallStage();
  installModel(null);
});
afterAll(() => stage.stop());

it.each<[Carrier, micros: number, currency: string]>([
  ["twilio", 8_500, "USD"],
  ["vobiz", 450_000, "INR"],
])(
  "what a call cost is asked for some time after its end, and stands in the usage, on %s",
  async (carrier, micros, currency) => {
    const line = await openLine(stage.simulator, carrier);
    const report = await stage.ring(line, [{ say: "where are you?" }, { say: "no thanks, goodbye" }]);
    const { ctx } = line.desk;
    const read = async () => {
      const [row] = (await listCalls(ctx, CallFilter.parse({ carrierCallId: report.callId }))).data;
      return getCall(ctx, row?.id ?? "");
    };
    await runDueJobs();
    expect((await read()).price).toBeNull();
    for (const days of [1, 3]) await runDueJobs(new Date(Date.now() + days * 86_400_000));
    expect((await read()).price).toEqual({ micros, currency });
    const { sums } = (await readUsage(ctx, { days: 1 })).today;
    expect(sums.filter(({ kind }) => kind === "call_minute")).toMatchObject([
      { units: 1, micros, currency, reservedMicros: 0 },
    ]);
  },
);
