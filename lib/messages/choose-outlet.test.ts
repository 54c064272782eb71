import { afterEach, beforeAll, expect, it } from "vitest";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { getMessage, readDesk } from "@/lib/inbox";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { chooseOutlet } from "./choose-outlet";
import { receiveText } from "./receive-text";
import { sendMessage } from "./send-message";
import { carrierOf, inboundText, seedNumber } from "./testing";

const shared = "+12065550100";
const tenantView = { country: "US", isDemo: false };

beforeAll(async () => {
  await testDatabase();
  installWiring();
  if (env.carriers.twilio) env.carriers.twilio.fromNumber = shared;
});

afterEach(() =>
  unsafePlatformSql("a test gives numbers back", (sql) => sql.run("DELETE FROM number_directory")),
);

const outletOf = (tenant: SeededTenant, more: { from?: string; isDemo?: boolean } = {}) =>
  withTenantSql(tenant.ctx, (sql) =>
    chooseOutlet(sql, tenant.ctx, {
      kind: "sms",
      preferredId: null,
      from: more.from,
      tenant: { ...tenantView, isDemo: more.isDemo ?? false },
    }),
  );

it("sends from the platform's number while the tenant has none, in the same conversation", async () => {
  const tenant = await seedTenant();
  const text = inboundText(shared, { from: "+14155550611" });
  await receiveText(carrierOf(tenant), { ...text, acceptUnknownNumber: true });
  const sent = await sendMessage(tenant.ctx, { to: "(415) 555-0611", body: "Tomorrow at ten?" });
  if (!sent.ok) throw new Error(sent.reason);
  expect(await getMessage(tenant.ctx, sent.id)).toMatchObject({ from: shared, status: "queued" });
  expect((await readDesk(tenant.ctx)).senders).toEqual([
    { numberId: null, e164: shared, label: "", kinds: ["sms", "whatsapp"] },
  ]);
});

it("prefers the tenant's own number", async () => {
  const tenant = await seedTenant();
  const own = await seedNumber(tenant);
  expect(await outletOf(tenant)).toMatchObject({ numberId: own.id, e164: own.e164 });
  await expect(outletOf(tenant, { from: shared })).rejects.toMatchObject({ code: "refused" });
  expect((await readDesk(tenant.ctx)).senders.map(({ e164 }) => e164)).toEqual([own.e164]);
});

it("does not lend out a number that belongs to another tenant, nor anything to the demo", async () => {
  const [tenant, owner] = [await seedTenant(), await seedTenant()];
  await expect(outletOf(tenant, { isDemo: true })).rejects.toMatchObject({ code: "refused" });
  await seedNumber(owner, shared);
  await expect(outletOf(tenant)).rejects.toMatchObject({ code: "refused" });
  expect((await readDesk(tenant.ctx)).senders).toEqual([]);
});
