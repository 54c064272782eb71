import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Sql, unsafePlatformSql, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { fixedClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { exportUsage } from "./export-usage";
import { findPrice } from "./find-price";
import { readUsage } from "./read-usage";
import { recordUsage } from "./record-usage";
import { reserveUsage } from "./reserve-usage";
import { capOf, type DailyLimits, firstFull, minutesOf } from "./rules";
import type { UsageOrder } from "./schema";
import { releaseUsage, settleUsage } from "./settle-usage";
import { unsafeRentNumbers } from "./unsafe-rent-numbers";

beforeAll(() => testDatabase());

const limits: DailyLimits = {
  dailyTextCap: 100,
  dailyWhatsappCap: 100,
  dailyCallMinutesCap: 100,
  dailySpendCap: 500,
};
const payer = (over: Partial<DailyLimits> = {}) => ({
  settings: { limits: { ...limits, ...over } },
  timezone: "America/New_York",
});

function text(over: Partial<UsageOrder> = {}): UsageOrder {
  return {
    ...{ subject: `message:${newId()}`, kind: "sms", direction: "outbound", carrier: "twilio", units: 1 },
    ...{ address: "+14155552671", numberId: null, connectionId: null },
    ...over,
  };
}

const inTenant = <T>({ ctx }: SeededTenant, work: (sql: Sql, ctx: Ctx) => Promise<T>) =>
  withTenantSql(ctx, (sql) => work(sql, ctx));
const reserve = (tenant: SeededTenant, order: UsageOrder, over: Partial<DailyLimits> = {}) =>
  inTenant(tenant, (sql, ctx) => reserveUsage(sql, ctx, order, payer(over)));
const usedOf = async (tenant: SeededTenant, what: string) =>
  (await readUsage(tenant.ctx, { days: 1 })).caps.find((cap) => cap.what === what)?.used ?? 0;

describe("a reservation", () => {
  test("takes the price of the longest prefix and counts against the day", async () => {
    const tenant = await seedTenant();
    expect(await reserve(tenant, text({ units: 3 }))).toEqual({ ok: true });
    const usage = await readUsage(tenant.ctx, { days: 7 });
    expect(usage.today.sums).toEqual([
      {
        ...{ kind: "sms", direction: "outbound", units: 3, micros: 23_700, reservedMicros: 23_700 },
        currency: "USD",
      },
    ]);
    expect(usage.caps).toContainEqual(
      expect.objectContaining({ what: "spend", used: 23_700, currency: "USD" }),
    );
    expect(usage.days).toHaveLength(7);
    expect(await usedOf(tenant, "sms_segments")).toBe(3);
  });

  test("of 200 at once exactly those pass that the cap has room for", async () => {
    const tenant = await seedTenant();
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, () => reserve(tenant, text(), { dailyTextCap: 37 })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(37);
    expect(await usedOf(tenant, "sms_segments")).toBe(37);
  });

  test("of 200 at once the money cap holds too, whatever each costs", async () => {
    const tenant = await seedTenant();
    const cap = 0.5;
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        reserve(tenant, text({ units: 1 + (index % 5) }), { dailyTextCap: 10_000, dailySpendCap: cap }),
      ),
    );
    const spent = await usedOf(tenant, "spend");
    expect(spent).toBeLessThanOrEqual(cap * 1_000_000);
    expect(spent).toBeGreaterThan(cap * 1_000_000 - 5 * 7_900);
  });

  test("the broken twin that looks before it counts lets far more through", async () => {
    const tenant = await seedTenant();
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => looksFirst(tenant, 5)));
    expect(outcomes.filter(Boolean).length).toBeGreaterThan(5);
  });

  test("that is refused leaves nothing behind, and one that rolls back neither", async () => {
    const tenant = await seedTenant();
    expect(await reserve(tenant, text({ units: 2 }), { dailySpendCap: 0.01 })).toMatchObject({
      ...{ ok: false, counter: "spend:USD", cap: 10_000, currency: "USD" },
    });
    const rolledBack = inTenant(tenant, async (sql, ctx) => {
      await reserveUsage(sql, ctx, text(), payer());
      throw new Error("after all not");
    });
    await expect(rolledBack).rejects.toThrow("after all not");
    expect(await usedOf(tenant, "sms_segments")).toBe(0);
    expect((await readUsage(tenant.ctx, { days: 1 })).today.sums).toEqual([]);
  });
});

describe("a settlement", () => {
  test("charges once, however often the carrier says so, and all at once", async () => {
    const tenant = await seedTenant();
    const order = text({ units: 1 });
    await reserve(tenant, order);
    const settle = () =>
      inTenant(tenant, (sql, ctx) => settleUsage(sql, ctx, { subject: order.subject, units: 2 }));
    await Promise.all(Array.from({ length: 20 }, settle));
    expect((await readUsage(tenant.ctx, { days: 1 })).today.sums).toMatchObject([
      { units: 2, micros: 15_800, reservedMicros: 0 },
    ]);
    expect(await usedOf(tenant, "sms_segments")).toBe(2);
  });

  test("takes the carrier's own price, in its currency, and keeps it", async () => {
    const tenant = await seedTenant();
    const order = text();
    await reserve(tenant, order);
    await inTenant(tenant, async (sql, ctx) => {
      await settleUsage(sql, ctx, { subject: order.subject, price: { micros: -6_400, currency: "EUR" } });
      await settleUsage(sql, ctx, { subject: order.subject, units: 1 });
    });
    const { today, caps } = await readUsage(tenant.ctx, { days: 1 });
    expect(today.sums).toMatchObject([{ micros: 6_400, currency: "EUR" }]);
    expect(caps.filter(({ what }) => what === "spend")).toMatchObject([{ used: 6_400, currency: "EUR" }]);
  });

  test("of what did not happen gives everything back, once", async () => {
    const tenant = await seedTenant();
    const [kept, failed] = [text({ units: 4 }), text({ units: 4 })];
    await reserve(tenant, kept);
    await reserve(tenant, failed);
    await inTenant(tenant, async (sql, ctx) => {
      await releaseUsage(sql, ctx, failed.subject);
      await releaseUsage(sql, ctx, failed.subject);
    });
    expect(await usedOf(tenant, "sms_segments")).toBe(4);
    expect(await usedOf(tenant, "spend")).toBe(4 * 7_900);
  });

  test("reaches nothing of another tenant, also under the same name", async () => {
    const [one, other] = [await seedTenant(), await seedTenant()];
    const order = text();
    await reserve(one, order);
    await reserve(other, order);
    await inTenant(other, (sql, ctx) => settleUsage(sql, ctx, { subject: order.subject, units: 9 }));
    await inTenant(other, (sql, ctx) => releaseUsage(sql, ctx, `message:${newId()}`));
    expect(await usedOf(one, "sms_segments")).toBe(1);
    expect(await usedOf(other, "sms_segments")).toBe(9);
    expect(await exportUsage(one.ctx, { days: 1 })).not.toContain(",9,");
  });

  test("in any order of states ends where the sums of the entries say", async () => {
    const steps = fc.array(
      fc.record({
        which: fc.nat({ max: 2 }),
        units: fc.integer({ min: 1, max: 6 }),
        step: fc.constantFrom("settle", "told", "release"),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const tenant = await seedTenant();
        const orders = [text(), text({ units: 2 }), text({ address: "+447700900123" })];
        for (const order of orders) await reserve(tenant, order);
        for (const { which, units, step } of plan)
          await inTenant(tenant, (sql, ctx) => {
            const subject = orders[which]?.subject ?? "";
            if (step === "release") return releaseUsage(sql, ctx, subject);
            const price = step === "told" ? { micros: units * 1_000, currency: "USD" } : null;
            return settleUsage(sql, ctx, { subject, units, price });
          });
        const { today } = await readUsage(tenant.ctx, { days: 1 });
        const sum = (of: (one: (typeof today.sums)[number]) => number) =>
          today.sums.reduce((all, one) => all + of(one), 0);
        expect(await usedOf(tenant, "spend")).toBe(sum(({ micros }) => micros));
        expect(await usedOf(tenant, "sms_segments")).toBe(sum(({ units }) => units));
      }),
      { numRuns: 15 },
    );
  });
});

test("what comes in is priced by our own number and uses up nobody's limits", async () => {
  const tenant = await seedTenant();
  const inbound = text({ direction: "inbound", address: "whatsapp:+14155550000", kind: "whatsapp" });
  await inTenant(tenant, (sql, ctx) => recordUsage(sql, ctx, inbound));
  await inTenant(tenant, (sql, ctx) => recordUsage(sql, ctx, inbound));
  expect((await readUsage(tenant.ctx, { days: 1 })).today.sums).toMatchObject([{ units: 1, micros: 5_000 }]);
  expect(await usedOf(tenant, "whatsapp_messages")).toBe(0);
});

test("a carrier without a price counts as nothing and says so", async () => {
  const tenant = await seedTenant();
  await reserve(tenant, text({ carrier: "pigeon" }));
  expect(await exportUsage(tenant.ctx, { days: 1 })).toMatch(/,pigeon,platform,1,0,0,USD,reserved,none,/);
});

test.each([
  ["+447700900123", 52_000],
  ["+14155552671", 7_900],
  ["whatsapp-opaque", 80_000],
])("a text to %s costs %i micros", async (address, micros) => {
  const tenant = await seedTenant();
  expect(await inTenant(tenant, (sql) => findPrice(sql, text({ address })))).toMatchObject({ micros });
});

test("tenants read prices and cannot change them", async () => {
  const tenant = await seedTenant();
  const cheaper = inTenant(tenant, (sql) => sql.run("UPDATE prices SET micros = 0"));
  await expect(cheaper).rejects.toThrow(/permission denied/);
});

test("a number's rent is written once a month, for every tenant's own numbers", async () => {
  const [one, other] = [await seedTenant(), await seedTenant()];
  const made = await unsafePlatformSql("a test adds a number", async (sql) => {
    const id = newId();
    await sql.run(
      `INSERT INTO numbers (tenant_id, id, e164, carrier, label, capabilities) VALUES ($1::uuid, $2::uuid, '+14155559999', 'twilio', 'Desk', '{sms}')`,
      [one.ctx.tenantId, id],
    );
    return id;
  });
  for (const day of ["2026-11-20", "2026-11-21", "2026-12-02"])
    await unsafeRentNumbers(fixedClock(`${day}T12:00:00Z`));
  const csv = await exportUsage({ ...one.ctx, clock: fixedClock("2026-12-05T12:00:00Z") }, { days: 31 });
  expect(csv.split("\r\n").filter((line) => line.includes(`number:${made}`))).toHaveLength(2);
  const foreign = await exportUsage(
    { ...other.ctx, clock: fixedClock("2026-12-05T12:00:00Z") },
    { days: 31 },
  );
  expect(foreign).not.toContain(made);
});

test.each([
  [0, 0],
  [1, 1],
  [60, 1],
  [61, 2],
])("a call of %i seconds is charged as %i minutes", (seconds, minutes) => {
  expect(minutesOf(seconds)).toBe(minutes);
});

test("a cap is full when the next amount would pass it, not when it is reached", () => {
  const room = capOf("sms_segments", limits);
  expect(firstFull({ sms_segments: 1 }, { sms_segments: room - 1 }, limits)).toBeNull();
  expect(firstFull({ sms_segments: 1 }, { sms_segments: room }, limits)).toBe("sms_segments");
  expect(firstFull({ "spend:USD": 0 }, { "spend:USD": 1e12 }, limits)).toBeNull();
});

/** How not to do it: reads in one transaction, counts in another. */
async function looksFirst(tenant: SeededTenant, cap: number): Promise<boolean> {
  const { today } = await readUsage(tenant.ctx, { days: 1 });
  if ((today.sums[0]?.units ?? 0) + 1 > cap) return false;
  await inTenant(tenant, (sql, ctx) => recordUsage(sql, ctx, text()));
  return true;
}
