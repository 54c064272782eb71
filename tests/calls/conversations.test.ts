import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { installModel, openModel } from "@/lib/ai";
import { getCall, listCalls, listTraces } from "@/lib/calls";
import { CallFilter, type CallView } from "@/lib/calls/schema";
import { withTenantSql } from "@/lib/db";
import { runDueJobs } from "@/lib/jobs/testing";
import { appointmentsOf, seedAppointment } from "@/lib/receptionist/testing";
import { type Carrier, type Line, openLine } from "./open-line";
import type { Script } from "./script";
import { brokenModel } from "./scripts/broken-model";
import { everyday } from "./scripts/everyday";
import { hostileModel } from "./scripts/hostile-model";
import { scheduling } from "./scripts/scheduling";
import { trouble } from "./scripts/trouble";
import { type CallStage, type Report, setClock, startCallStage } from "./stage";

let stage: CallStage;

beforeAll(async () => {
  stage = await startCallStage();
});
beforeEach(() => setClock());
afterAll(() => stage.stop());

const scripts: Script[] = [...scheduling, ...everyday, ...trouble, ...brokenModel, ...hostileModel];

describe.each<Carrier>(["twilio", "vobiz"])("a conversation on %s", (carrier) => {
  it.each(scripts)("$name", async (script) => {
    setClock(script.at);
    const line = await openLine(stage.simulator, carrier, script);
    for (const [service, startsAt] of script.has ?? []) await seedAppointment(line.desk, service, startsAt);
    installScriptedModel(script, line);
    const report = await stage.ring(line, script.acts, peopleOf(script, line));
    expectHeard(report, script);
    const call = await finish(line, report);
    await expectKept(line, call, script);
  });
});

it("there are at least twenty-five of them, and no two are the same", () => {
  expect(new Set(scripts.map(({ name }) => name)).size).toBe(scripts.length);
  expect(scripts.length).toBeGreaterThanOrEqual(25);
});

function installScriptedModel(script: Script, { desk }: Line): void {
  const { services, staff, transfers } = desk.conversing.facts;
  const ids = { cleaning: services[0]?.id ?? "", patel: staff[0]?.id ?? "", anika: transfers[0]?.id ?? "" };
  const answers = script.model?.(ids);
  installModel(answers ? openModel({ apiKey: "test", baseUrl: stage.model.url, model: "stub" }) : null);
  if (answers) stage.model.script(...answers);
}

function peopleOf({ people }: Script, { carrier }: Line): object {
  if (!people) return {};
  const numbers = ["0110", "0111", "0147"].map(
    (end) => (carrier === "twilio" ? "+1201555" : "+91984501") + end,
  );
  return { dialTargets: Object.fromEntries(numbers.map((number) => [number, people])) };
}

/** On the wire: every webhook was answered in time, no silence, every word in its order, and somebody hung up. */
function expectHeard(report: Report, script: Script): void {
  expect(report.problems).toEqual([]);
  expect(report.deadAir).toEqual([]);
  expect(report.requests.filter(({ status }) => status >= 300)).toEqual([]);
  const heard = report.heard.flatMap(({ text }) => text ?? []).join("\n");
  let rest = heard;
  for (const words of script.hears) {
    const found = words.exec(rest);
    expect(found, `${words} in:\n${heard}`).not.toBeNull();
    rest = rest.slice((found?.index ?? 0) + (found?.[0].length ?? 0));
  }
  if (script.never) expect(heard).not.toMatch(script.never);
  expect(report).toMatchObject({ status: "completed", endedBy: script.endedBy ?? "product" });
}

async function finish({ desk }: Line, report: Report): Promise<CallView> {
  await runDueJobs(new Date(Math.max(Date.now(), desk.clock.now().getTime()) + 86_400_000));
  const filter = CallFilter.parse({ carrierCallId: report.callId });
  const [row, ...more] = (await listCalls(desk.ctx, filter)).data;
  expect(more).toEqual([]);
  return getCall(desk.ctx, row?.id ?? "");
}

/** In the database: outcome, transcript, X-ray, and the row that the caller was promised. */
async function expectKept(line: Line, call: CallView, script: Script): Promise<void> {
  const { desk } = line;
  expect(call).toMatchObject({
    ...{ status: "completed", direction: "inbound", outcome: script.outcome, from: line.caller },
    ...{ endedBy: script.endedBy ?? "us", missedReason: script.missedReason ?? null },
    customerId: desk.customerId,
  });
  expect(call.analysedAt).not.toBeNull();
  expect(call.summary).toBeTruthy();
  if (script.sentiment) expect(call.sentiment?.label).toBe(script.sentiment);
  expectTranscript(call, script);
  await expectTraces(line, call, script);
  if (script.appointments) expect(await appointmentsOf(desk)).toEqual(script.appointments);
  if (script.notes) await expectRows(line, "note", script.notes);
  if (script.texts) await expectRows(line, "sms", script.texts);
  expect(call.recordings.map(({ kind }) => kind)).toEqual(script.recordings ?? []);
  expect(call.recordings.every(({ state }) => state === "stored")).toBe(true);
}

function expectTranscript({ turns }: CallView, script: Script): void {
  expect(turns[0]?.speaker).toBe("assistant");
  expect(turns.every(({ text }) => text.trim() !== "")).toBe(true);
  const said = script.acts.flatMap((act) => ("say" in act ? act.say : []));
  expect(turns.filter(({ speaker }) => speaker === "caller").map(({ text }) => text)).toEqual(
    expect.arrayContaining(said),
  );
}

async function expectTraces({ desk }: Line, call: CallView, script: Script): Promise<void> {
  const traces = await listTraces(desk.ctx, call.id);
  expect(traces[0]?.title).toBe("Call came in");
  const titles = traces.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(["Carrier says completed", "Summary written"]));
  const tools = traces.filter(({ kind }) => kind === "tool").map(({ title }) => title);
  if (script.tools) expect(tools).toEqual(script.tools);
}

async function expectRows({ desk }: Line, channel: string, wanted: RegExp[]): Promise<void> {
  const rows = await withTenantSql(desk.ctx, (sql) =>
    sql.rows<{ body: string }>(
      "SELECT body FROM messages WHERE tenant_id = $1::uuid AND channel = $2 ORDER BY created_at, id",
      [desk.ctx.tenantId, channel],
    ),
  );
  expect(rows.map(({ body }) => body)).toEqual(wanted.map((words) => expect.stringMatching(words)));
}
