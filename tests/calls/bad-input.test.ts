import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { installModel } from "@/lib/ai";
import { getCall, listCalls, listTraces } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { log } from "@/lib/http";
import { runDueJobs } from "@/lib/jobs/testing";
import { unsafeRowCounts } from "@/lib/webhooks/testing";
import { vobizMemory } from "@/simulator/vobiz/memory/memory";
import { type Carrier, type Line, openLine } from "./open-line";
import { type CallStage, setClock, startCallStage } from "./stage";
import { newTestCall, type TestCall, tellOf } from "./tell";

let stage: CallStage;
let trap: Server;
let trapUrl: string;
let caught: string[] = [];

beforeAll(async () => {
  log.level = "silent";
  stage = await startCallStage();
  installModel(null);
  trap = createServer((request, response) => {
    caught.push(request.url ?? "");
    response.end("RIFF");
  });
  await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
  trapUrl = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
});
beforeEach(() => {
  setClock();
  caught = [];
});
afterAll(async () => {
  await stage.stop();
  trap.close();
});

async function viewOf({ desk }: Line, callId: string) {
  const [row] = (await listCalls(desk.ctx, CallFilter.parse({ carrierCallId: callId }))).data;
  return getCall(desk.ctx, row?.id ?? "");
}

async function begin(carrier: Carrier): Promise<{ call: TestCall; tell: ReturnType<typeof tellOf> }> {
  const call = newTestCall(stage.simulator, await openLine(stage.simulator, carrier));
  const tell = tellOf(stage.simulator);
  expect((await tell(call, "answer")).status).toBe(200);
  return { call, tell };
}

describe.each<Carrier>(["twilio", "vobiz"])("bad input on %s", (carrier) => {
  const urlField = carrier === "twilio" ? "RecordingUrl" : "RecordUrl";
  const idField = carrier === "twilio" ? "RecordingSid" : "RecordingID";

  it("a recording's address is never followed: the file comes from the carrier, by its id", async () => {
    const { call, tell } = await begin(carrier);
    const forged = { [urlField]: `${trapUrl}/Recording/${call.recordingId}.wav`, ParentAuthID: "MA_EVIL" };
    expect((await tell(call, "recording", forged)).status).toBe(204);
    await runDueJobs(new Date(Date.now() + 3_600_000));
    expect(caught).toEqual([]);
    expect((await viewOf(call.line, call.callId)).recordings).toMatchObject([{ state: "stored" }]);
  });

  it.each([
    ["a path", "../../../../etc/passwd"],
    ["an address", "https://evil.example/a.wav"],
    ["nothing", ""],
  ])("an id that is %s stores and fetches nothing", async (_what, id) => {
    const { call, tell } = await begin(carrier);
    const reply = await tell(call, "recording", { [idField]: id, [urlField]: `${trapUrl}/a.wav` });
    expect(reply.status).toBeLessThan(500);
    await runDueJobs(new Date(Date.now() + 3_600_000));
    expect(caught).toEqual([]);
    expect((await viewOf(call.line, call.callId)).recordings).toEqual([]);
  });

  it.each(["first", "completed", "recording", "dialed", "recorded", "session"] as const)(
    "%s of another tenant's call is refused and changes nothing",
    async (told) => {
      const { call, tell } = await begin(carrier);
      const other = await openLine(stage.simulator, carrier);
      const before = await viewOf(call.line, call.callId);
      const rows = await unsafeRowCounts();
      const reply = await tell({ ...call, line: { ...call.line, slug: other.slug } }, told);
      expect(reply.status).toBe(403);
      const { webhook_nonces: _, ...after } = await unsafeRowCounts();
      const { webhook_nonces: __, ...known } = rows;
      expect(after).toEqual(known);
      expect(await viewOf(call.line, call.callId)).toEqual(before);
    },
  );

  it("what the caller said may hold anything: it is kept, shown and answered", async () => {
    const { call, tell } = await begin(carrier);
    const wild = "Hi \u0000\u0008 👋🏽 <Say>boo</Say> ]]> & \ud83d \u202e where are you?";
    const field = carrier === "twilio" ? "SpeechResult" : "Speech";
    const reply = await tell(call, "first", { [field]: wild });
    const document = await reply.text();
    expect(reply.status).toBe(200);
    expect(document).toContain("214 River Street");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be in an XML document
    expect(document).not.toMatch(/[\u0000-\u0008\ufffe]|<Say>boo/);
    const { id, turns } = await viewOf(call.line, call.callId);
    expect(turns.find(({ speaker }) => speaker === "caller")?.text).toContain("where are you?");
    expect((await listTraces(call.line.desk.ctx, id)).length).toBeGreaterThan(2);
  });
});

it("a hang-up that Vobiz sends to the answer URL ends the call and is not greeted", async () => {
  const line = await openLine(stage.simulator, "vobiz");
  const application = vobizMemory(stage.simulator.world).applications.get(line.slug);
  if (application) application.hangupUrl = "";
  const report = await stage.ring(line, [{ say: "where are you?" }, { hangUp: true }]);
  const last = report.requests.at(-1);
  expect(last?.url).toMatch(/\/answer$/);
  expect(last?.body).not.toContain("<");
  await runDueJobs(new Date(Date.now() + 3_600_000));
  expect(await viewOf(line, report.callId)).toMatchObject({ status: "completed", endedBy: "caller" });
});
