import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { seedConnection } from "@/lib/connections/testing";
import { withTenant } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import { seedNumber } from "@/lib/messages/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { webhookRoutes } from ".";
import { deliver, foreignAccount, newSid, statusFields, textFields, unsafeRowCounts } from "./testing";
import { forgetAddressees } from "./unsafe-addressee";

type Desk = { tenant: SeededTenant; number: string };
let first: Desk;
let second: Desk;

beforeAll(async () => {
  log.level = "silent"; // refused requests
  await testDatabase();
  installWiring();
  first = await openDesk();
  second = await openDesk();
});

beforeEach(() => forgetAddressees());

async function openDesk(): Promise<Desk> {
  const tenant = await seedTenant();
  return { tenant, number: (await seedNumber(tenant)).e164 };
}

const bodiesOf = ({ tenant }: Desk, from: string) =>
  withTenant(tenant.ctx, async (tx) =>
    (await tx.message.findMany({ where: { fromAddress: { endsWith: from } }, orderBy: { id: "asc" } })).map(
      ({ body }) => body,
    ),
  );

describe("one URL for all tenants", () => {
  const path = "/api/webhooks/twilio";

  it("finds the tenant by the number, in every spelling and on both channels", async () => {
    const from = "+14155556001";
    const ask = (fields: Record<string, string>) => deliver({ path, fields });
    expect((await ask(textFields(first.number, { From: from, Body: "to the first" }))).status).toBe(200);
    expect((await ask(textFields(second.number, { From: from, Body: "to the second" }))).status).toBe(200);
    const whatsapp = { From: `whatsapp:${from}`, Body: "by WhatsApp" };
    expect((await ask(textFields(`whatsapp:${second.number}`, whatsapp))).status).toBe(200);
    expect(await bodiesOf(first, from)).toEqual(["to the first"]);
    expect(await bodiesOf(second, from)).toEqual(["to the second", "by WhatsApp"]);
  });

  it("takes what comes through a Messaging Service, whose pool the number is in", async () => {
    const from = "+14155556002";
    const fields = textFields(first.number, { From: from, MessagingServiceSid: `MG${"1".repeat(32)}` });
    expect((await deliver({ path, fields })).status).toBe(200);
    expect(await bodiesOf(first, from)).toHaveLength(1);
  });

  it.each(["+14155550000", "", "not a number", "whatsapp:"])(
    "knows nobody by %j: 403 and no trace in the product",
    async (to) => {
      const before = await unsafeRowCounts();
      expect((await deliver({ path, fields: textFields(to) })).status).toBe(403);
      const { security_events: lines = 0, ...after } = await unsafeRowCounts();
      expect({ ...after, security_events: lines - 1 }).toEqual(before);
    },
  );

  it("believes only an account of that number's tenant", async () => {
    const desk = await openDesk();
    await seedConnection(desk.tenant.ctx, foreignAccount);
    const ask = (to: string) =>
      deliver({
        path,
        token: foreignAccount.authToken,
        fields: textFields(to, { AccountSid: foreignAccount.accountSid }),
      });
    expect((await ask(desk.number)).status).toBe(200);
    expect((await ask(first.number)).status).toBe(403);
  });

  it("takes delivery states by the sender, which is our number", async () => {
    const sid = newSid();
    const fields = statusFields(sid, "sent", { From: second.number });
    expect((await deliver({ path: "/webhooks/sms/twilio", fields })).status).toBe(204);
    const parked = (desk: Desk) =>
      withTenant(desk.tenant.ctx, (tx) => tx.parkedStatus.count({ where: { carrierSid: sid } }));
    expect([await parked(first), await parked(second)]).toEqual([0, 1]);
  });
});

describe("two tenants with the same customer and the same message ids", () => {
  it("see each their own", async () => {
    const from = "+14155556003";
    const sid = newSid();
    for (const { tenant, number } of [first, second]) {
      const fields = textFields(number, { From: from, MessageSid: sid, Body: `for ${tenant.slug}` });
      expect((await deliver({ path: `/api/twilio/${tenant.slug}/sms`, fields })).status).toBe(200);
    }
    expect(await bodiesOf(first, from)).toEqual([`for ${first.tenant.slug}`]);
    expect(await bodiesOf(second, from)).toEqual([`for ${second.tenant.slug}`]);
    const path = `/api/twilio/${first.tenant.slug}/message-status`;
    await deliver({ path, fields: statusFields(sid, "failed", { ErrorCode: "30006" }) });
    const states = await withTenant(second.tenant.ctx, (tx) => tx.messageStatusEvent.count());
    expect(states).toBe(0);
  });

  it("a STOP to one of them is none to the other", async () => {
    const from = "+14155556004";
    const path = `/api/twilio/${first.tenant.slug}/sms`;
    await deliver({ path, fields: textFields(first.number, { From: from, Body: "STOP" }) });
    const stops = (desk: Desk) =>
      withTenant(desk.tenant.ctx, (tx) => tx.suppression.count({ where: { address: from } }));
    expect([await stops(first), await stops(second)]).toEqual([1, 0]);
  });

  it("a delivery state cannot touch the other's text, though it names its id", async () => {
    const desk = await openDesk();
    const sid = newSid();
    const path = `/api/twilio/${first.tenant.slug}/message-status/${desk.tenant.ctx.tenantId}`;
    expect((await deliver({ path, fields: statusFields(sid, "sent") })).status).toBe(204);
    const touched = await withTenant(desk.tenant.ctx, (tx) => tx.messageStatusEvent.count());
    expect(touched).toBe(0);
  });

  it("the platform's own token does not carry a text to the wrong tenant's inbox", async () => {
    const reference = await deliver({ path: "/api/twilio/nobody/sms", fields: textFields(second.number) });
    const before = await unsafeRowCounts();
    const path = `/api/twilio/${first.tenant.slug}/sms`;
    const response = await deliver({ path, fields: textFields(second.number, { From: "+14155556005" }) });
    expect(response.status).toBe(403);
    expect(await response.text()).toBe(await reference.text());
    expect(await unsafeRowCounts()).toMatchObject({ ...before, security_events: expect.any(Number) });
  });

  it("a text to a number that nobody has yet reaches the tenant in the path", async () => {
    const from = "+14155556006";
    const path = `/api/twilio/${first.tenant.slug}/whatsapp`;
    const fields = textFields("whatsapp:+14155238886", { From: `whatsapp:${from}`, Body: "sandbox" });
    expect((await deliver({ path, fields })).status).toBe(200);
    expect(await bodiesOf(first, from)).toEqual(["sandbox"]);
  });
});

/** What a call's webhooks carry beside the two numbers; those of a text overlook it. */
const callFields = () => ({
  CallSid: newSid().replace("SM", "CA"),
  CallStatus: "completed",
  RecordingSid: newSid().replace("SM", "RE"),
  TranscriptionStatus: "failed",
});

const aliases = [...new Set(webhookRoutes.map(({ path }) => path))].filter(
  (path) => !path.startsWith("/api/") && !path.includes("{"),
);

describe("where businesses that move over have pointed their numbers", () => {
  it.each(aliases)("%s is verified over the URL that was really called", async (path) => {
    const fields = path.includes("webhooks/sms")
      ? statusFields(newSid(), "delivered", { From: first.number })
      : { ...textFields(first.number, { From: "+14155556007" }), ...callFields() };
    await deliver({ path: "/twiml/inbound", fields }); // what speaks of a call needs one that is known
    const reply = await deliver({ path, fields });
    expect(reply.status).toBeLessThan(300);
    const canonical = `${env.publicUrl}/api/twilio/${first.tenant.slug}/sms`;
    expect((await deliver({ path, fields, signedUrl: canonical })).status).toBe(403);
    expect((await deliver({ path, fields, token: foreignAccount.authToken })).status).toBe(403);
  });

  it("both methods lead to the same handler", () => {
    for (const path of new Set(webhookRoutes.map((route) => route.path))) {
      const [one, other, ...more] = webhookRoutes.filter((route) => route.path === path);
      expect(one?.answer, path).toBe(other?.answer);
      expect(more).toEqual([]);
    }
  });
});
