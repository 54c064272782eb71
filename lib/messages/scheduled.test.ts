import { beforeAll, describe, expect, it } from "vitest";
import { changeConsent } from "@/lib/consent";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { getMessage, listEntries } from "@/lib/inbox";
import { unsafeQueuedJobs } from "@/lib/jobs/testing";
import { fixedClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { updateTenant } from "@/lib/tenants";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { cancelScheduled, changeSchedule } from "./change-schedule";
import { receiveText } from "./receive-text";
import { releaseMessage } from "./release-message";
import type { SendMessage } from "./schema";
import { sendMessage } from "./send-message";
import { carrierOf, inboundText, seedNumber } from "./testing";

let tenant: SeededTenant;
let line: { id: string; e164: string };
let last = 5_552_000;

// 22:00 on a Friday in New York; the quiet hours of the tenant are 21:00 to 08:00.
const evening = "2030-11-23T03:00:00Z";
const morning = "2030-11-23T13:00:00.000Z";
const at = (time: string, actor: Ctx["actor"] = tenant.ctx.actor): Ctx => ({
  ...{ ...tenant.ctx, actor, clock: fixedClock(time) },
});
const newPerson = () => {
  last += 1;
  return `+1212${last}`;
};

beforeAll(async () => {
  await testDatabase();
  installWiring();
  tenant = await seedTenant();
  line = await seedNumber(tenant);
  await updateTenant(tenant.ctx, { quietHours: { isOn: true, from: "21:00", to: "08:00" } });
});

async function send(time: string, input: Partial<SendMessage> = {}, actor?: Ctx["actor"]) {
  const outcome = await sendMessage(at(time, actor), {
    to: newPerson(),
    body: "Your glasses are here",
    ...input,
  });
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome;
}

const jobOf = async (kind: string, id: string) =>
  (await unsafeQueuedJobs()).find(
    (job) => job.kind === kind && (job.payload as { messageId?: string }).messageId === id,
  );
const verdictOf = (id: string) =>
  withTenantSql(tenant.ctx, (sql) =>
    sql.one<{ verdict: unknown }>(
      "SELECT verdict FROM messages WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [...[tenant.ctx.tenantId, id]],
    ),
  ).then((row) => row?.verdict);

describe("at night where the person is", () => {
  it("says no and when it works, and writes nothing", async () => {
    const to = newPerson();
    expect(await sendMessage(at(evening), { to, body: "Hi" })).toMatchObject({
      ...{ ok: false, reason: "quiet_hours", sentence: expect.stringContaining("22:00") },
      instead: [{ kind: "send_later", at: morning, zone: "America/New_York" }, { kind: "send_anyway" }],
    });
  });

  it("lets a person insist, writes that down, and does not listen to a machine that does", async () => {
    const { id } = await send(evening, { evenIfQuiet: true });
    expect(await verdictOf(id)).toEqual({ ok: true, despite: "quiet_hours" });
    const machine = at(evening, { kind: "assistant" });
    expect(await sendMessage(machine, { to: newPerson(), body: "Hi", evenIfQuiet: true })).toMatchObject({
      reason: "quiet_hours",
      instead: [{ kind: "send_later" }],
    });
  });

  it("answers somebody who has just written", async () => {
    const from = newPerson();
    const { conversationId } = await receiveText(
      { ...carrierOf(tenant), clock: fixedClock("2030-11-23T02:30:00Z") },
      inboundText(line.e164, { from, fromPhone: from }),
    ).then((reception) => ({
      conversationId: "conversationId" in reception ? reception.conversationId : "",
    }));
    const answer = await sendMessage(at(evening, { kind: "assistant" }), { conversationId, body: "We are" });
    expect(answer).toMatchObject({ ok: true, status: "queued" });
    const later = await sendMessage(at("2030-11-23T04:00:00Z"), { conversationId, body: "Still there?" });
    expect(later).toMatchObject({ ok: false, reason: "quiet_hours" });
  });
});

describe("a text that waits for its time", () => {
  it("stands in the thread, leaves at its time, and is judged then", async () => {
    const sent = await send(evening, { sendAt: new Date(morning) });
    expect(sent.status).toBe("scheduled");
    expect(await getMessage(tenant.ctx, sent.id)).toMatchObject({ status: "scheduled", sendAt: morning });
    expect(await jobOf("messages.deliver", sent.id)).toBeUndefined();
    expect((await jobOf("messages.release", sent.id))?.runAt.toISOString()).toBe(morning);
    await releaseMessage(at("2030-11-23T12:59:59Z"), { messageId: sent.id });
    expect(await getMessage(tenant.ctx, sent.id)).toMatchObject({ status: "scheduled" });
    await releaseMessage(at("2030-11-23T13:00:01Z"), { messageId: sent.id });
    const message = await getMessage(tenant.ctx, sent.id);
    expect(message).toMatchObject({ status: "queued", sendAt: null, at: "2030-11-23T13:00:01.000Z" });
    expect(await jobOf("messages.deliver", sent.id)).toBeDefined();
    await releaseMessage(at("2030-11-23T13:00:02Z"), { messageId: sent.id });
    const { data } = await listEntries(tenant.ctx, { conversationId: sent.conversationId, limit: 10 });
    expect(data.filter(({ type }) => type === "message")).toHaveLength(1);
  });

  it("is judged by what holds at its time", async () => {
    const to = newPerson();
    const night = new Date("2030-11-24T05:00:00Z");
    expect(await sendMessage(at(evening), { to, body: "Hi", sendAt: night })).toMatchObject({
      ...{ ok: false, reason: "quiet_hours" },
      instead: [{ kind: "send_later", at: "2030-11-24T13:00:00.000Z" }, { kind: "send_anyway" }],
    });
    const { id } = await send(evening, { sendAt: night, evenIfQuiet: true });
    await releaseMessage(at("2030-11-24T05:00:00Z"), { messageId: id });
    expect(await getMessage(tenant.ctx, id)).toMatchObject({ status: "queued" });
  });

  it("fails in words when the person said STOP in between", async () => {
    const to = newPerson();
    const { id } = await send(evening, { to, sendAt: new Date(morning) });
    await withTenantSql(tenant.ctx, (sql) =>
      changeConsent(sql, tenant.ctx, { address: to, change: "opted_out", source: "stop_keyword" }),
    );
    await releaseMessage(at(morning), { messageId: id });
    expect(await getMessage(tenant.ctx, id)).toMatchObject({
      status: "failed",
      error: { code: "opted_out" },
    });
    expect(await verdictOf(id)).toMatchObject({ ok: false, reason: "opted_out" });
    expect(await jobOf("messages.deliver", id)).toBeUndefined();
  });

  it("waits on when the quiet hours were made longer in between", async () => {
    const { id } = await send(evening, { sendAt: new Date(morning) });
    await updateTenant(tenant.ctx, { quietHours: { isOn: true, from: "21:00", to: "10:00" } });
    await releaseMessage(at(morning), { messageId: id });
    await updateTenant(tenant.ctx, { quietHours: { isOn: true, from: "21:00", to: "08:00" } });
    const later = "2030-11-23T15:00:00.000Z";
    expect(await getMessage(tenant.ctx, id)).toMatchObject({ status: "scheduled", sendAt: later });
    expect((await jobOf("messages.release", id))?.runAt.toISOString()).toBe(later);
  });

  it("can be moved and reworded; the time it had before does nothing", async () => {
    const { id } = await send(evening, { sendAt: new Date(morning) });
    const later = new Date("2030-11-23T18:00:00Z");
    const words = { id, sendAt: later, body: "They are here 👓", evenIfQuiet: false };
    expect(await changeSchedule(at(evening), words)).toEqual({ ok: true, id, sendAt: later });
    await releaseMessage(at(morning), { messageId: id });
    expect(await getMessage(tenant.ctx, id)).toMatchObject({
      ...{ status: "scheduled", body: "They are here 👓", encoding: "ucs2", sendAt: later.toISOString() },
    });
    expect(
      await changeSchedule(at(evening), { id, sendAt: new Date("2030-11-24T06:00:00Z"), evenIfQuiet: false }),
    ).toMatchObject({ ok: false, reason: "quiet_hours" });
  });

  it("can be taken back, once", async () => {
    const { id } = await send(evening, { sendAt: new Date(morning) });
    await cancelScheduled(at(evening), { id });
    expect(await getMessage(tenant.ctx, id)).toMatchObject({ status: "canceled", sendAt: null });
    expect(await jobOf("messages.release", id)).toBeUndefined();
    await releaseMessage(at(morning), { messageId: id });
    expect(await getMessage(tenant.ctx, id)).toMatchObject({ status: "canceled" });
    await expect(cancelScheduled(at(evening), { id })).rejects.toMatchObject({ code: "conflict" });
    await expect(changeSchedule(at(evening), { id, evenIfQuiet: false })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it.each([
    ["2030-11-23T02:00:00Z", /future/],
    ["2030-11-23T03:00:10Z", /future/],
    ["2032-11-23T13:00:00Z", /year/],
  ])("cannot wait until %s", async (time, sentence) => {
    const sendAt = new Date(time);
    await expect(send(evening, { sendAt })).rejects.toThrow(sentence);
  });

  it("is nothing to another tenant", async () => {
    const { id } = await send(evening, { sendAt: new Date(morning) });
    const stranger = await seedTenant();
    await expect(cancelScheduled(stranger.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(changeSchedule(stranger.ctx, { id, evenIfQuiet: false })).rejects.toMatchObject({
      code: "not_found",
    });
    await releaseMessage({ ...stranger.ctx, clock: fixedClock(morning) }, { messageId: id });
    expect(await getMessage(tenant.ctx, id)).toMatchObject({ status: "scheduled" });
  });
});
