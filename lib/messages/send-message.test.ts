import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeConsent } from "@/lib/consent";
import { unsafePlatformSql, withTenant, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { getMessage } from "@/lib/inbox";
import { runDueJobs } from "@/lib/jobs/testing";
import { unsafeAddNumber } from "@/lib/numbers";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { type Simulator, startSimulator } from "@/simulator";
import { receiveStatus } from "./receive-status";
import { receiveText } from "./receive-text";
import { retryMessage } from "./retry-message";
import { type MessageStatus, messageLadder } from "./rules";
import { sendMessage } from "./send-message";
import { carrierOf, inboundText } from "./testing";

let tenant: SeededTenant;
let simulator: Simulator;
const number = "+15005550006";

beforeAll(async () => {
  await testDatabase();
  installWiring();
  simulator = await startSimulator({ port: 0, publicUrl: "http://127.0.0.1:9" });
  const twilio = env.carriers.twilio;
  if (twilio) twilio.apiBaseUrl = simulator.url;
  tenant = await seedTenant({ slug: "demo" });
  await unsafeAddNumber(tenant.ctx, {
    e164: number,
    carrier: "twilio",
    label: "Main",
    kinds: ["sms", "whatsapp"],
    teamId: tenant.teamId,
  });
});

afterAll(() => simulator.close());

beforeEach(async () => {
  await fetch(`${simulator.url}/faults`, { method: "DELETE" });
});

async function send(to: string, body = "See you at ten", overrides: object = {}) {
  const outcome = await sendMessage(tenant.ctx, { to, body, ...overrides });
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome;
}

async function fault(kind: string, more: object = {}) {
  const response = await fetch(`${simulator.url}/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      target: "rest",
      kind,
      times: 1,
      match: { path: "Messages.json", method: "POST" },
      ...more,
    }),
  });
  expect(response.status).toBeLessThan(300);
}

async function sentTexts(to: string): Promise<number> {
  const response = await fetch(`${simulator.url}/ledger?kind=message.sent`);
  const { data } = (await response.json()) as { data: { to: string }[] };
  return data.filter((entry) => entry.to === to).length;
}

const statusOf = async (id: string) => (await getMessage(tenant.ctx, id)).status;

describe("a text going out", () => {
  it("leaves through the carrier and remembers its id", async () => {
    const { id } = await send("+14155551001");
    expect(await statusOf(id)).toBe("queued");
    await runDueJobs();
    const message = await getMessage(tenant.ctx, id);
    expect(message.carrierSid).toMatch(/^SM[0-9a-f]{32}$/);
    expect(["accepted", "sent", "delivered"]).toContain(message.status);
  });

  it("says in words what the carrier refused", async () => {
    const { id } = await send("+15005550009");
    await runDueJobs();
    const message = await getMessage(tenant.ctx, id);
    expect(message.status).toBe("failed");
    expect(message.error?.code).toBe("21614");
    expect(message.error?.title).not.toMatch(/21614|undefined/);
    const again = await retryMessage(tenant.ctx, { id });
    expect(again.ok).toBe(true);
    await expect(retryMessage(tenant.ctx, { id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("waits and tries again when the carrier certainly took nothing", async () => {
    await fault("429", { match: { to: "+14155551002" } });
    const { id } = await send("+14155551002");
    await runDueJobs();
    expect(await statusOf(id)).toBe("queued");
    await runDueJobs(new Date(Date.now() + 3_600_000));
    expect(["accepted", "sent", "delivered"]).toContain(await statusOf(id));
  });

  it("never repeats what may have been sent: it is unknown, then found in the carrier's list", async () => {
    await fault("500-after", { match: { to: "+14155551003" } });
    const { id } = await send("+14155551003", `only once ${randomUUID()}`);
    await runDueJobs();
    expect(await statusOf(id)).toBe("unknown");
    await runDueJobs(new Date(Date.now() + 60_000));
    const message = await getMessage(tenant.ctx, id);
    expect(message.carrierSid).toMatch(/^SM/);
    expect(await sentTexts("+14155551003")).toBe(1);
  });

  it("treats a message that a dead worker had claimed as unknown", async () => {
    const { id } = await send("+14155551004");
    await withTenant(tenant.ctx, (tx) =>
      tx.message.updateMany({ where: { id }, data: { status: "sending", statusRank: 1 } }),
    );
    await runDueJobs();
    expect(await statusOf(id)).toBe("unknown");
    expect(await sentTexts("+14155551004")).toBe(0);
  });

  it("is proven by its callback when the answer was lost", async () => {
    const { id } = await send("+14155551005");
    await withTenant(tenant.ctx, (tx) =>
      tx.message.updateMany({ where: { id }, data: { status: "unknown", statusRank: 1 } }),
    );
    const sid = `SM${"a".repeat(32)}`;
    await receiveStatus(carrierOf(tenant), statusUpdate(sid, "sent", id));
    expect(await getMessage(tenant.ctx, id)).toMatchObject({ status: "sent", carrierSid: sid });
  });

  it("is refused by the gate with what would be possible instead", async () => {
    await withTenantSql(tenant.ctx, (sql) =>
      changeConsent(sql, tenant.ctx, { address: "+14155551006", change: "opted_out", source: "person" }),
    );
    expect(await sendMessage(tenant.ctx, { to: "+14155551006", body: "x" })).toMatchObject({
      ok: false,
      reason: "opted_out",
    });
    expect(await sendMessage(tenant.ctx, { to: "12", body: "x" })).toMatchObject({
      ok: false,
      reason: "invalid_number",
    });
    expect(await sendMessage(tenant.ctx, { to: "+919876543210", body: "x" })).toMatchObject({
      ok: false,
      reason: "country_not_allowed",
    });
    expect(
      await sendMessage(tenant.ctx, { to: "+14155551007", body: "x", channel: "whatsapp" }),
    ).toMatchObject({
      ok: false,
      reason: "whatsapp_window",
      instead: [{ kind: "use_template" }, { kind: "use_channel", channel: "sms" }],
    });
  });

  it("may answer on WhatsApp for 24 hours after the customer wrote", async () => {
    const text = inboundText(`whatsapp:${number}`, { from: "whatsapp:+14155551008", channel: "whatsapp" });
    const received = await receiveText(carrierOf(tenant), text);
    if (received.outcome !== "stored") throw new Error("not stored");
    const { conversationId } = received;
    expect(await sendMessage(tenant.ctx, { conversationId, body: "Hello" })).toMatchObject({ ok: true });
    const later = { ...tenant.ctx, clock: { now: () => new Date(Date.now() + 24 * 3_600_000 + 1_000) } };
    expect(await sendMessage(later, { conversationId, body: "Hello" })).toMatchObject({
      ok: false,
      reason: "whatsapp_window",
    });
  });

  it("is stopped by a STOP that came after it was queued", async () => {
    const { id } = await send("+14155551009");
    await receiveText(carrierOf(tenant), inboundText(number, { from: "+14155551009", body: "STOP" }));
    await runDueJobs();
    expect(await getMessage(tenant.ctx, id)).toMatchObject({
      status: "failed",
      error: { code: "opted_out" },
    });
    expect(await sentTexts("+14155551009")).toBe(0);
  });

  it("keeps the day's cap under concurrency", async () => {
    const small = await seedTenant();
    await unsafeAddNumber(small.ctx, {
      e164: "+14155559999",
      carrier: "twilio",
      label: "Main",
      kinds: ["sms"],
      teamId: small.teamId,
    });
    await unsafePlatformSql("a test sets a cap", (sql) =>
      sql.run(`UPDATE tenants SET settings = '{"limits": {"dailyTextCap": 10}}'::jsonb WHERE id = $1::uuid`, [
        small.ctx.tenantId,
      ]),
    );
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        sendMessage(small.ctx, { to: `+1415555${2000 + index}`, body: "x" }),
      ),
    );
    expect(outcomes.filter((one) => one.ok)).toHaveLength(10);
    expect(outcomes.filter((one) => !one.ok && one.reason === "cap_reached")).toHaveLength(30);
  });

  it("is one message for one Idempotency-Key", async () => {
    const idempotency = { key: randomUUID(), requestHash: "same" };
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        sendMessage(tenant.ctx, { to: "+14155551010", body: "once" }, idempotency),
      ),
    );
    expect(new Set(outcomes.map((one) => one.ok && one.id)).size).toBe(1);
    await expect(
      sendMessage(
        tenant.ctx,
        { to: "+14155551010", body: "other" },
        { ...idempotency, requestHash: "other" },
      ),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("does not exist for another tenant", async () => {
    const { id, conversationId } = await send("+14155551011");
    const other = await seedTenant();
    await expect(getMessage(other.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(retryMessage(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(sendMessage(other.ctx, { conversationId, body: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("delivery states", () => {
  const reported: MessageStatus[] = ["accepted", "sent", "delivered", "read"];

  it("end the same in any order, with any repetition", async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...reported, ...reported], { minLength: 1 }), async (order) => {
        const { id } = await send("+14155551012", "order");
        const sid = `SM${randomUUID().replaceAll("-", "")}`;
        for (const [index, status] of order.entries())
          await receiveStatus(carrierOf(tenant), statusUpdate(sid, status, id, index));
        const highest = order.reduce((a, b) => (messageLadder.rank(b) > messageLadder.rank(a) ? b : a));
        const allowed = order.includes("read") && !order.includes("delivered") ? ["read"] : [highest];
        expect(allowed).toContain(await statusOf(id));
      }),
      { numRuns: 25 },
    );
  });

  it("never erase the first error", async () => {
    const { id } = await send("+14155551013");
    const sid = `SM${randomUUID().replaceAll("-", "")}`;
    await receiveStatus(carrierOf(tenant), statusUpdate(sid, "undelivered", id, 0, "30006"));
    await receiveStatus(carrierOf(tenant), statusUpdate(sid, "delivered", id, 1));
    await receiveStatus(carrierOf(tenant), statusUpdate(sid, "failed", id, 2, "30008"));
    expect(await getMessage(tenant.ctx, id)).toMatchObject({
      status: "undelivered",
      error: { code: "30006", action: "call_instead" },
    });
  });
});

function statusUpdate(sid: string, status: MessageStatus, messageId: string, index = 0, errorCode?: string) {
  const word = status === "accepted" ? "queued" : status;
  return {
    messageId,
    update: {
      sid,
      accountId: "AC0",
      channel: "sms" as const,
      status: word as "sent",
      from: number,
      to: "+14155551012",
      ...(errorCode ? { errorCode } : {}),
    },
    raw: {
      carrier: "twilio",
      kind: "text_status",
      key: `status ${sid} ${status} ${index}`,
      token: null,
      body: "",
    },
  };
}
