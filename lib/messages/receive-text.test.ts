import { beforeAll, describe, expect, it } from "vitest";
import { closeConversation } from "@/lib/conversations";
import { withTenant } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { listEntries, listInbox } from "@/lib/inbox";
import { InboxFilter } from "@/lib/inbox/schema";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { receiveText } from "./receive-text";
import { carrierOf, inboundText, seedNumber } from "./testing";

let tenant: SeededTenant;
let number: string;

beforeAll(async () => {
  await testDatabase();
  installWiring();
  tenant = await seedTenant();
  number = (await seedNumber(tenant)).e164;
});

async function receive(overrides: Parameters<typeof inboundText>[1] = {}, to = number) {
  return receiveText(carrierOf(tenant), inboundText(to, overrides));
}

async function stored(overrides: Parameters<typeof inboundText>[1] = {}) {
  const reception = await receive(overrides);
  if (reception.outcome !== "stored") throw new Error(`expected a stored text, got ${reception.outcome}`);
  return reception;
}

const counts = (from: SeededTenant = tenant) =>
  withTenant(from.ctx, async (tx) => ({
    customers: await tx.customer.count(),
    conversations: await tx.conversation.count(),
    messages: await tx.message.count(),
    events: await tx.event.count({ where: { kind: "message.received" } }),
  }));

describe("a text coming in", () => {
  it("stands in the inbox with its customer, unread, under a number", async () => {
    const { conversationId } = await stored({
      from: "+14155550001",
      body: "Do you have Friday?",
      place: { city: "SEATTLE", state: "WA", zip: "98101", country: "US" },
    });
    const page = await listInbox(tenant.ctx, InboxFilter.parse({}));
    const row = page.data.find((one) => one.id === conversationId);
    expect(row).toMatchObject({
      customerName: "SMS from Seattle, WA",
      preview: "Do you have Friday?",
      unread: 1,
      status: "open",
    });
    expect(row?.number).toBeGreaterThan(1000);
    const entries = await listEntries(tenant.ctx, { conversationId, limit: 20 });
    expect(entries.data.map((entry) => entry.type)).toEqual(["event", "message"]);
  });

  it("is one message however often it is delivered, also at the same moment", async () => {
    const before = await counts();
    const input = inboundText(number, { from: "+14155550002", body: "twice?" });
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => receiveText(carrierOf(tenant), input)),
    );
    expect(outcomes.filter((one) => one.outcome === "stored")).toHaveLength(1);
    expect(outcomes.filter((one) => one.outcome === "duplicate")).toHaveLength(99);
    const after = await counts();
    expect(after).toEqual({
      customers: before.customers + 1,
      conversations: before.conversations + 1,
      messages: before.messages + 1,
      events: before.events + 1,
    });
  });

  it("joins one conversation and one customer, whatever the spelling, the channel or the race", async () => {
    const before = await counts();
    const spellings = [
      "+14155550003",
      "(415) 555-0003",
      "whatsapp:+14155550003",
      "1 415 555 0003",
      "415.555.0003",
    ];
    await Promise.all(
      spellings.map((from) =>
        receive({ from, channel: from.startsWith("whatsapp:") ? "whatsapp" : "sms", body: from }),
      ),
    );
    const after = await counts();
    expect(after.customers - before.customers).toBe(1);
    expect(after.conversations - before.conversations).toBe(1);
    expect(after.messages - before.messages).toBe(5);
  });

  it("treats a WhatsApp address without a number as opaque", async () => {
    const first = await stored({
      from: "whatsapp:US.13491208655302741918",
      channel: "whatsapp",
      profileName: "Mira",
    });
    const second = await stored({ from: "whatsapp:US.13491208655302741918", channel: "whatsapp" });
    expect(second.conversationId).toBe(first.conversationId);
  });

  it("opens a new conversation after closing, and reopens the latest one in the other mode", async () => {
    const first = await stored({ from: "+14155550004" });
    await closeConversation(tenant.ctx, { id: first.conversationId });
    const second = await stored({ from: "+14155550004" });
    expect(second.conversationId).not.toBe(first.conversationId);
    await withTenant(tenant.ctx, (tx) =>
      tx.channel.updateMany({ where: { kind: "sms" }, data: { ticketMode: "any_message" } }),
    );
    await closeConversation(tenant.ctx, { id: second.conversationId });
    const third = await stored({ from: "+14155550004" });
    await withTenant(tenant.ctx, (tx) =>
      tx.channel.updateMany({ where: { kind: "sms" }, data: { ticketMode: "new_thread" } }),
    );
    expect(third.conversationId).toBe(second.conversationId);
    const row = await withTenant(tenant.ctx, (tx) =>
      tx.conversation.findFirstOrThrow({ where: { id: second.conversationId } }),
    );
    expect(row.status).toBe("open");
  });

  it("blocks on STOP alone, restores on START, and leaves a sentence with the word in it in peace", async () => {
    const from = "+14155550005";
    const suppressed = () =>
      withTenant(tenant.ctx, (tx) => tx.suppression.count({ where: { address: from } }));
    await receive({ from, body: "we must STOP this leak" });
    expect(await suppressed()).toBe(0);
    await receive({ from, body: " Stop. " });
    expect(await suppressed()).toBe(1);
    await receive({ from, body: "start" });
    expect(await suppressed()).toBe(0);
    const history = await withTenant(tenant.ctx, (tx) =>
      tx.consentEvent.findMany({ where: { address: from }, orderBy: { id: "asc" } }),
    );
    expect(history.map((one) => one.change)).toEqual(["opted_out", "opted_in"]);
  });

  it("survives bytes that a database cannot hold", async () => {
    const { messageId } = await stored({ from: "+14155550006", body: "nul\u0000 and lone \ud800 surrogate" });
    const message = await withTenant(tenant.ctx, (tx) =>
      tx.message.findFirstOrThrow({ where: { id: messageId } }),
    );
    expect(message.body).toContain("nul");
  });

  it("stores nothing for a number that is not the tenant's, unless told to take it", async () => {
    const before = await counts();
    expect(await receive({ from: "+14155550007" }, "+14155238886")).toEqual({ outcome: "unknown_number" });
    expect(await counts()).toEqual(before);
    const taken = await receiveText(carrierOf(tenant), {
      ...inboundText("whatsapp:+14155238886", { from: "whatsapp:+14155550007", channel: "whatsapp" }),
      acceptUnknownNumber: true,
    });
    expect(taken.outcome).toBe("stored");
  });

  it("keeps tenants apart that know the same person by the same number", async () => {
    const other = await seedTenant();
    const otherNumber = (await seedNumber(other)).e164;
    await stored({ from: "+14155550008", body: "for the first" });
    await receiveText(
      carrierOf(other),
      inboundText(otherNumber, { from: "+14155550008", body: "for the second" }),
    );
    expect(await counts(other)).toEqual({ customers: 1, conversations: 1, messages: 1, events: 1 });
    const [message] = await withTenant(other.ctx, (tx) => tx.message.findMany());
    expect(message?.body).toBe("for the second");
  });
});
