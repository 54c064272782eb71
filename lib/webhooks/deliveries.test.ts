import { createServer } from "node:http";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { withTenant } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { getMessage } from "@/lib/inbox";
import { deliverMessage, sendMessage } from "@/lib/messages";
import { seedNumber } from "@/lib/messages/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { deliver, newSid, statusFields, textFields } from "./testing";

let tenant: SeededTenant;
let number: string;

beforeAll(async () => {
  await testDatabase();
  installWiring();
  tenant = await seedTenant();
  number = (await seedNumber(tenant)).e164;
});

const text = (overrides: Record<string, string>, headers: Record<string, string> = {}) =>
  deliver({ path: `/api/twilio/${tenant.slug}/sms`, fields: textFields(number, overrides), headers });

async function report(sid: string, status: string, messageId?: string, more: Record<string, string> = {}) {
  const path = `/api/twilio/${tenant.slug}/message-status${messageId ? `/${messageId}` : ""}`;
  expect((await deliver({ path, fields: statusFields(sid, status, more) })).status).toBe(204);
}

/** What a customer's texts have left behind, counted. */
const traces = (from: string) =>
  withTenant(tenant.ctx, async (tx) => {
    const addresses = await tx.customerAddress.findMany({ where: { address: from } });
    const customerIds = addresses.map(({ customerId }) => customerId);
    const conversations = await tx.conversation.findMany({ where: { customerId: { in: customerIds } } });
    return {
      customers: customerIds.length,
      conversations: conversations.length,
      messages: await tx.message.count({ where: { customerId: { in: customerIds } } }),
      unread: conversations.reduce((sum, { inboundCount }) => sum + inboundCount, 0),
    };
  });

describe("a text that is delivered again and again", () => {
  it("a hundred times at once is one text, and every delivery gets the same answer", async () => {
    const sid = newSid();
    const from = "+14155553001";
    const token = { "i-twilio-idempotency-token": crypto.randomUUID() };
    const responses = await Promise.all(
      Array.from({ length: 100 }, () => text({ MessageSid: sid, From: from, Body: "once" }, token)),
    );
    const answers = await Promise.all(responses.map(async (one) => `${one.status} ${await one.text()}`));
    expect([...new Set(answers)]).toHaveLength(1);
    expect(answers[0]).toMatch(/^200 /);
    expect(await traces(from)).toEqual({ customers: 1, conversations: 1, messages: 1, unread: 1 });
  });

  it("from a known customer in an open conversation is one text as well", async () => {
    const sid = newSid();
    await Promise.all(
      Array.from({ length: 100 }, () => text({ MessageSid: sid, From: "+14155553001", Body: "again" })),
    );
    expect(await traces("+14155553001")).toEqual({ customers: 1, conversations: 1, messages: 2, unread: 2 });
  });

  it("later, with another delivery token, is still the same text", async () => {
    const sid = newSid();
    for (const word of ["a", "b", "c"]) {
      await text({ MessageSid: sid, From: "+14155553002" }, { "i-twilio-idempotency-token": word });
    }
    expect(await traces("+14155553002")).toEqual({ customers: 1, conversations: 1, messages: 1, unread: 1 });
  });

  it("on both of the tenant's URLs is one text", async () => {
    const fields = textFields(number, { From: "+14155553003" });
    const paths = [
      `/api/twilio/${tenant.slug}/sms`,
      `/api/twilio/${tenant.slug}/whatsapp`,
      "/api/webhooks/twilio",
    ];
    await Promise.all(paths.map((path) => deliver({ path, fields })));
    expect(await traces("+14155553003")).toEqual({ customers: 1, conversations: 1, messages: 1, unread: 1 });
  });

  it("fifty different texts of a new customer at once stand in one conversation, each once", async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => text({ From: "+14155553004", Body: `text ${index}` })),
    );
    expect(await traces("+14155553004")).toEqual({
      customers: 1,
      conversations: 1,
      messages: 50,
      unread: 50,
    });
  });
});

async function sendOne(to: string) {
  const outcome = await sendMessage(tenant.ctx, { to, body: "See you at ten" });
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.id;
}

/** Stands in for the carrier's REST: answers each text with `sid`, after `meanwhile` has happened. */
async function sendThrough(messageId: string, sid: string, meanwhile: () => Promise<unknown>): Promise<void> {
  const stub = createServer(async (request, response) => {
    request.resume();
    await meanwhile();
    response.writeHead(201, { "content-type": "application/json" });
    response.end(
      JSON.stringify({ sid, status: "queued", num_segments: "1", price: null, price_unit: "USD" }),
    );
  });
  await new Promise<void>((resolve) => stub.listen(0, "127.0.0.1", resolve));
  const address = stub.address();
  const twilio = env.carriers.twilio;
  if (twilio) twilio.apiBaseUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  await deliverMessage(tenant.ctx, { messageId });
  await new Promise((resolve) => stub.close(resolve));
}

const parkedCount = () => withTenant(tenant.ctx, (tx) => tx.parkedStatus.count());

describe("delivery states over the webhook", () => {
  const words = ["queued", "sent", "delivered", "read"];

  it("end the same in every order, repeated or not", async () => {
    const everyOrder = permutations(words);
    expect(everyOrder).toHaveLength(24);
    for (const order of everyOrder) {
      const id = await sendOne("+14155554001");
      const sid = newSid();
      for (const word of order) await report(sid, word, id);
      for (const word of order) await report(sid, word, id);
      expect((await getMessage(tenant.ctx, id)).status, order.join(" ")).toBe("read");
    }
  });

  it("end in the same error, whichever comes first, and keep the first one's cause", async () => {
    const failed = { ErrorCode: "30006" };
    for (const order of permutations(["queued", "sent", "undelivered"])) {
      const id = await sendOne("+14155554002");
      const sid = newSid();
      for (const word of order) await report(sid, word, id, word === "undelivered" ? failed : {});
      await report(sid, "failed", id, { ErrorCode: "30008" });
      expect(await getMessage(tenant.ctx, id)).toMatchObject({
        status: "undelivered",
        error: { code: "30006" },
      });
    }
  });

  it("all at the same moment end as one after the other", async () => {
    const id = await sendOne("+14155554003");
    const sid = newSid();
    await Promise.all([...words, ...words, ...words].map((word) => report(sid, word, id)));
    expect((await getMessage(tenant.ctx, id)).status).toBe("read");
  });

  it("that overtake the answer to our own request wait for it, in every order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(words, { minLength: 1 }), fc.nat(4), async (order, at) => {
        const id = await sendOne("+14155554004");
        const sid = newSid();
        await sendThrough(id, sid, async () => {
          for (const word of order.slice(0, at)) await report(sid, word);
        });
        for (const word of order.slice(at)) await report(sid, word);
        const highest = ["read", "delivered", "sent"].find((word) => order.includes(word)) ?? "accepted";
        expect((await getMessage(tenant.ctx, id)).status).toBe(highest);
        expect(await parkedCount()).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it("that come at the very moment of that answer are not forgotten", async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = await sendOne("+14155554006");
      const sid = newSid();
      const reports: Promise<void>[] = [];
      const start = async () => void reports.push(...words.map((word) => report(sid, word)));
      await sendThrough(id, sid, start);
      await Promise.all(reports);
      expect((await getMessage(tenant.ctx, id)).status).toBe("read");
      expect(await parkedCount()).toBe(0);
    }
  });

  it("prove a text whose answer was lost, by our own id in their path", async () => {
    const id = await sendOne("+14155554005");
    const sid = newSid();
    await report(sid, "sent", id);
    expect(await getMessage(tenant.ctx, id)).toMatchObject({ status: "sent", carrierSid: sid });
    await report(newSid(), "failed", id, { ErrorCode: "30006" });
    expect(await getMessage(tenant.ctx, id)).toMatchObject({ status: "sent", carrierSid: sid });
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}
