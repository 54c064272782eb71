import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { installModel } from "@/lib/ai";
import { getCall, listCalls, listTraces } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { log } from "@/lib/http";
import { type Carrier, openLine } from "./open-line";
import { type CallStage, setClock, startCallStage } from "./stage";
import { newTestCall, type TestCall, tellOf } from "./tell";

let stage: CallStage;

beforeAll(async () => {
  log.level = "silent";
  stage = await startCallStage();
  installModel(null);
});
beforeEach(() => setClock());
afterAll(() => stage.stop());

async function callsOf({ line, callId }: TestCall) {
  return (await listCalls(line.desk.ctx, CallFilter.parse({ carrierCallId: callId }))).data;
}

describe.each<Carrier>(["twilio", "vobiz"])("a call on %s whose end overtakes its beginning", (carrier) => {
  it("is over at once, is greeted by nobody and stands with its caller", async () => {
    const line = await openLine(stage.simulator, carrier);
    const call = newTestCall(stage.simulator, line);
    const tell = tellOf(stage.simulator);
    expect((await tell(call, "completed")).status).toBeLessThan(300);
    const [row, ...more] = await callsOf(call);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ status: "completed", direction: "inbound", from: line.caller });
    expect(row).toMatchObject({ durationSeconds: 12, conversationId: expect.any(String) });
    expect(row?.endedAt).not.toBeNull();

    const document = await (await tell(call, "answer")).text();
    expect(document).toMatch(/<Hangup/);
    expect(document).not.toMatch(/<Gather|<Say|<Speak/);
    const { ctx } = line.desk;
    expect((await getCall(ctx, row?.id ?? "")).turns).toEqual([]);
    const titles = (await listTraces(ctx, row?.id ?? "")).map(({ title }) => title);
    expect(titles).toEqual(["Carrier says completed", "Asked for its first words when it was over"]);
  });

  it("stays one call when both come at the same moment, many times", async () => {
    const line = await openLine(stage.simulator, carrier);
    const call = newTestCall(stage.simulator, line);
    const tell = tellOf(stage.simulator);
    await Promise.all(
      [1, 2, 3].flatMap(() => [tell(call, "completed"), tell(call, "answer"), tell(call, "completed")]),
    );
    const rows = await callsOf(call);
    expect(rows.map(({ status }) => status)).toEqual(["completed"]);
  });

  it("is nobody's at another business's number, before its end, or without one", async () => {
    const line = await openLine(stage.simulator, carrier);
    const other = await openLine(stage.simulator, carrier);
    const call = newTestCall(stage.simulator, line);
    const tell = tellOf(stage.simulator);
    expect((await tell(call, "completed", { To: other.number })).status).toBe(403);
    expect((await tell(call, "ringing")).status).toBe(403);
    expect(await callsOf(call)).toEqual([]);
    expect(await callsOf({ ...call, line: other })).toEqual([]);
  });
});
