import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getCall, listTraces, placeCall } from "@/lib/calls";
import type { CallView, PlaceCall } from "@/lib/calls/schema";
import { changeConsent } from "@/lib/consent";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { runDueJobs } from "@/lib/jobs/testing";
import type { Ctx } from "@/lib/kernel/context";
import { deliver, platformAccount } from "@/lib/webhooks/testing";
import { endNow } from "@/simulator/voice/change-call";
import { type Behaviour, keyOf } from "@/simulator/voice/line";
import { voiceOf } from "@/simulator/voice/voice-of";
import { type Carrier, type Line, openLine } from "./open-line";
import { type CallStage, setClock, startCallStage } from "./stage";

let stage: CallStage;

beforeAll(async () => {
  stage = await startCallStage();
});
beforeEach(() => setClock(new Date().toISOString()));
afterAll(() => stage.stop());

const answers = { outcome: "answer", after: 1, script: [], talk: 20, isMachine: false } as const;

/** Says how whoever is called behaves. */
function behave({ caller }: Line, behaviour: Partial<Extract<Behaviour, { outcome: "answer" }>> | Behaviour) {
  const whole = { ...answers, ...behaviour } as Behaviour;
  voiceOf(stage.simulator.world).behaviours.set(keyOf(caller), whole);
}

const wish = (line: Line, more: Partial<PlaceCall> = {}): PlaceCall => ({
  ...{ to: line.caller, purpose: "your cleaning tomorrow at ten" },
  ...more,
});

/** A person of the business, for whom the receptionist shall call. */
const memberOf = (line: Line): Ctx => ({ ...line.desk.ctx, clock: { now: () => new Date() } });

async function place(line: Line, more: Partial<PlaceCall> = {}): Promise<string> {
  const outcome = await placeCall(memberOf(line), wish(line, more));
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.id;
}

/** Works the queue off until the call is over and written up. */
async function untilOver(line: Line, id: string): Promise<CallView> {
  for (let round = 0; round < 400; round += 1) {
    await runDueJobs();
    const call = await getCall(line.desk.ctx, id);
    if (call.analysedAt) return call;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The call never ended.");
}

/** The carrier's calls to somebody. */
const carried = ({ caller }: Line) =>
  [...stage.simulator.world.store.calls.values()].filter(
    ({ to, direction }) => to === caller && direction === "outbound-api",
  );

function heardBy(line: Line): string {
  const sid = carried(line)[0]?.sid ?? "";
  const report = voiceOf(stage.simulator.world).calls.get(sid)?.report;
  expect(report?.problems).toEqual([]);
  expect(report?.deadAir).toEqual([]);
  expect(report?.requests.filter(({ status }) => status >= 300)).toEqual([]);
  return report?.heard.flatMap(({ text }) => text ?? []).join("\n") ?? "";
}

type Entry = { state: string; units: number };

const usageOf = (line: Line, id: string) =>
  withTenantSql(line.desk.ctx, (sql) =>
    sql.one<Entry>("SELECT state, units FROM usage_entries WHERE tenant_id = $1::uuid AND subject = $2", [
      ...[line.desk.ctx.tenantId, `call:${id}`],
    ]),
  );

const stateOf = async (line: Line, id: string) => (await getCall(line.desk.ctx, id)).placed?.state;

describe.each<Carrier>(["twilio", "vobiz"])("the receptionist calls over %s", (carrier) => {
  it("a person hears who calls and why, and the call stands in the timeline with its minute", async () => {
    const line = await openLine(stage.simulator, carrier, { callerName: "Maya Ruiz" });
    behave(line, { script: [{ say: "No, thank you" }] });
    const id = await place(line);
    expect(await usageOf(line, id)).toEqual({ state: "reserved", units: 1 });
    await untilOver(line, id);
    await expect.poll(async () => (await getCall(line.desk.ctx, id)).placed?.reached).toBe("person");
    const call = await getCall(line.desk.ctx, id);
    const heard = heardBy(line);
    expect(heard).toContain("Hello Maya, this is Ava, the automatic assistant of Riverside Dental.");
    expect(heard).toContain("I'm calling about your cleaning tomorrow at ten.");
    expect(heard).toContain("Thank you for your time.");
    expect(call).toMatchObject({
      ...{ direction: "outbound", status: "completed", outcome: "answered", answeredBy: "assistant" },
      placed: { state: "placed", reached: "person", hasLeftMessage: false, problem: null },
      ...{ from: line.number, to: line.caller, customerId: line.desk.customerId },
    });
    expect(call.carrierCallId).toBe(carried(line)[0]?.sid);
    expect(call.turns.map(({ speaker }) => speaker)).toEqual(["assistant", "caller", "assistant"]);
    expect((await usageOf(line, id))?.state).toBe("settled");
    expect(carried(line)).toHaveLength(1);
  });

  it("a machine gets the message and nobody talks with it", async () => {
    const line = await openLine(stage.simulator, carrier);
    behave(line, { isMachine: true });
    const id = await place(line, { machineMessage: "Please call us back about your cleaning." });
    const call = await untilOver(line, id);
    expect(heardBy(line)).toContain("Please call us back about your cleaning.");
    expect(call).toMatchObject({
      ...{ outcome: "message_left", missedReason: null },
      placed: { reached: "machine", hasLeftMessage: true },
    });
    const titles = (await listTraces(line.desk.ctx, id)).map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(["A machine answered", "The machine has finished its greeting"]),
    );
  });

  it("a machine for which there is no message is hung up on", async () => {
    const line = await openLine(stage.simulator, carrier);
    behave(line, { isMachine: true });
    const call = await untilOver(line, await place(line));
    expect(call).toMatchObject({
      ...{ outcome: "missed", missedReason: "machine_answered" },
      placed: { reached: "machine", hasLeftMessage: false },
    });
  });

  it("nobody answers: the call says so and its minute is given back", async () => {
    const line = await openLine(stage.simulator, carrier);
    behave(line, { outcome: "busy", after: 1 });
    const id = await place(line);
    expect(await untilOver(line, id)).toMatchObject({ outcome: "missed", missedReason: "nobody_answered" });
    expect(await usageOf(line, id)).toEqual({ state: "released", units: 0 });
  });

  it("a worker that dies after the carrier took the call never places it twice, and finds it again", async () => {
    const line = await openLine(stage.simulator, carrier);
    behave(line, { outcome: "handset" });
    const id = await place(line);
    await runDueJobs();
    await expect.poll(() => statusOf(line, id)).toBe("ringing");
    await dieWhilePlacing(line, id);
    await runDueJobs();
    expect(await stateOf(line, id)).toBe("unknown");
    await runDueJobs(inMinutes(1));
    expect(carried(line)).toHaveLength(1);
    // Vobiz lists a call only when it is over.
    if (carrier === "twilio")
      expect(await getCall(line.desk.ctx, id)).toMatchObject({ carrierCallId: carried(line)[0]?.sid });
    hangUp(line);
    const call = await untilOver(line, id);
    expect(call).toMatchObject({ carrierCallId: carried(line)[0]?.sid, placed: { state: "placed" } });
    expect(carried(line)).toHaveLength(1);
  });

  it("a call of which nobody knows anything stays unknown, with its minute reserved", async () => {
    const line = await openLine(stage.simulator, carrier);
    const id = await place(line);
    await dieWhilePlacing(line, id);
    await runDueJobs(inMinutes(60));
    expect(carried(line)).toEqual([]);
    const call = await getCall(line.desk.ctx, id);
    expect(call).toMatchObject({ outcome: "failed", placed: { state: "unknown" } });
    expect(call.missedBecause).toContain("was not tried again");
    expect(await usageOf(line, id)).toEqual({ state: "reserved", units: 1 });
  });
});

describe("what never becomes a call", () => {
  const open = () => openLine(stage.simulator, "twilio");

  it("fifty at once against a limit of ten minutes are ten calls", async () => {
    const line = await open();
    await limit(line, { dailyCallMinutesCap: 10 });
    const wishes = Array.from({ length: 50 }, (_, index) =>
      placeCall(memberOf(line), wish(line, { to: `+1312555${String(1000 + index)}` })),
    );
    const outcomes = await Promise.all(wishes);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
    expect(new Set(outcomes.map((one) => (one.ok ? "ok" : one.reason)))).toEqual(
      new Set(["ok", "cap_reached"]),
    );
    await runDueJobs();
    const calls = [...stage.simulator.world.store.calls.values()];
    expect(calls.filter(({ from, to }) => from === line.number && to.startsWith("+1312555"))).toHaveLength(
      10,
    );
  });

  it.each([
    ["+1 900 555 0123", "country_not_allowed"], // premium
    ["+8816 3210 0000", "country_not_allowed"], // satellite
    ["+44 20 7946 0018", "country_not_allowed"], // abroad, which is off until somebody switches it on
    ["911", "invalid_number"],
    ["call me", "invalid_number"],
  ])("%s is refused: %s", async (to, reason) => {
    const line = await open();
    const outcome = await placeCall(memberOf(line), wish(line, { to }));
    expect(outcome).toMatchObject({ ok: false, reason });
    expect(await tracesOf(line)).toEqual({ calls: 0, minutes: 0 });
  });

  it("nobody is called who opted out, also when the word comes while the call waits", async () => {
    const line = await open();
    const stop = { address: line.caller, change: "opted_out", source: "stop_keyword" } as const;
    const id = await place(line);
    await withTenantSql(line.desk.ctx, (sql) => changeConsent(sql, line.desk.ctx, stop));
    expect(await untilOver(line, id)).toMatchObject({
      outcome: "failed",
      placed: { state: "failed", problem: { title: expect.stringContaining("opted out") } },
    });
    expect(await usageOf(line, id)).toEqual({ state: "released", units: 0 });
    const outcome = await placeCall(memberOf(line), wish(line));
    expect(outcome).toMatchObject({ ok: false, reason: "opted_out", instead: [{ kind: "call" }] });
    expect(carried(line)).toEqual([]);
  });

  it("neither one's own number nor somebody else's as caller ID, nor a foreign customer", async () => {
    const [line, other] = [await open(), await open()];
    const own = await placeCall(memberOf(line), wish(line, { to: line.number }));
    expect(own).toMatchObject({ ok: false, reason: "invalid_number" });
    const wishes = { foreign: wish(line, { from: other.number }), stranger: other.desk.customerId };
    await expect(placeCall(memberOf(line), wishes.foreign)).rejects.toMatchObject({ code: "refused" });
    const { purpose } = wish(line);
    const stranger = placeCall(memberOf(line), { customerId: wishes.stranger, purpose });
    await expect(stranger).rejects.toMatchObject({ code: "not_found" });
  });

  it("no second call while the first one is on its way, and a key makes one call of two requests", async () => {
    const line = await open();
    const key = { key: "once", requestHash: "same" };
    const twice = [1, 2].map(() => placeCall(memberOf(line), wish(line), key));
    const [first, second] = await Promise.all(twice);
    expect(first).toEqual(second);
    await expect(placeCall(memberOf(line), wish(line))).rejects.toMatchObject({ code: "conflict" });
    expect(await tracesOf(line)).toEqual({ calls: 1, minutes: 1 });
  });
});

it("another business's webhook finds no call, and nobody's is refused the same", async () => {
  const [line, other] = [
    await openLine(stage.simulator, "twilio"),
    await openLine(stage.simulator, "twilio"),
  ];
  const id = await place(line);
  const fields = { CallSid: `CA${"a".repeat(32)}`, From: line.number, To: line.caller, AnsweredBy: "human" };
  for (const path of ["outbound", "machine", "status"]) {
    const foreign = await deliver({
      path: `/api/twilio/${other.slug}/${path}/${id}`,
      fields: ringing(fields),
    });
    const forged = await deliver({
      ...{ path: `/api/twilio/${line.slug}/${path}/${id}`, fields: ringing(fields), token: null },
    });
    expect([foreign.status, forged.status]).toEqual([403, 403]);
  }
  expect(await stateOf(line, id)).toBe("queued");
  expect((await getCall(line.desk.ctx, id)).carrierCallId).toBe(id);
});

const ringing = (fields: Record<string, string>) => ({
  ...{ AccountSid: platformAccount.accountSid, CallStatus: "ringing", Direction: "outbound-api" },
  ...fields,
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const statusOf = async (line: Line, id: string) => (await getCall(line.desk.ctx, id)).status;

/** As if the worker had been killed between its request to the carrier and its own notes; its job comes again. */
async function dieWhilePlacing({ desk }: Line, id: string): Promise<void> {
  const { ctx } = desk;
  await runDueJobs(new Date(0));
  await withTenantSql(ctx, async (sql) => {
    const of = [ctx.tenantId, id];
    await sql.run(
      "UPDATE placed_calls SET state = 'placing' WHERE tenant_id = $1::uuid AND call_id = $2::uuid",
      of,
    );
    await sql.run(
      "UPDATE calls SET carrier_call_id = id::text WHERE tenant_id = $1::uuid AND id = $2::uuid",
      of,
    );
    await enqueue(sql, {
      tenantId: ctx.tenantId,
      kind: "calls.place",
      payload: { callId: id },
      key: `place:${id}`,
    });
  });
}

function hangUp(line: Line): void {
  const { world } = stage.simulator;
  for (const record of carried(line)) endNow(voiceOf(world), record, "canceled");
}

async function limit({ desk }: Line, limits: object): Promise<void> {
  await unsafePlatformSql("a test sets a limit", (sql) =>
    sql.run(
      `UPDATE tenants SET settings = jsonb_set(settings, '{limits}', coalesce(settings -> 'limits', '{}') || $2::jsonb) WHERE id = $1::uuid`,
      [...[desk.ctx.tenantId, JSON.stringify(limits)]],
    ),
  );
}

/** Calls of a business, and minutes reserved for calls. */
async function tracesOf({ desk }: Line): Promise<{ calls: number; minutes: number } | null> {
  return withTenantSql(desk.ctx, (sql) =>
    sql.one(
      `SELECT (SELECT count(*)::int FROM calls WHERE tenant_id = $1::uuid) AS calls,
          (SELECT count(*)::int FROM usage_entries WHERE tenant_id = $1::uuid AND kind = 'call_minute') AS minutes`,
      [desk.ctx.tenantId],
    ),
  );
}
