import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment, cancelAppointment, moveAppointment } from "@/lib/appointments";
import { createCustomer } from "@/lib/customers";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { runDueJobs } from "@/lib/jobs/testing";
import { newId } from "@/lib/kernel/ids";
import { receiveText } from "@/lib/messages";
import { carrierOf, inboundText, seedNumber } from "@/lib/messages/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { runsOf, seedRule } from "./testing";
import { unsafeFindDue, unsafePruneRuns, unsafeWakeRuns } from "./unsafe-find-due";

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Math.ceil(Date.now() / 60_000) * 60_000 + hours * hour);

beforeAll(async () => {
  await testDatabase();
  installWiring();
});

type Salon = SeededTenant & { e164: string; serviceId: string; staffId: string };

/** A business that is always open. */
async function openSalon(): Promise<Salon> {
  const tenant = await seedTenant({ timezone: "UTC" });
  const { e164 } = await seedNumber(tenant);
  const [serviceId, staffId] = [newId(), newId()];
  await withTenantSql(tenant.ctx, async (sql) => {
    const { tenantId } = tenant.ctx;
    await sql.run(
      "INSERT INTO services (tenant_id, id, name, minutes) VALUES ($1::uuid, $2::uuid, 'Haircut', 1)",
      [...[tenantId, serviceId]],
    );
    await sql.run("INSERT INTO staff (tenant_id, id, name) VALUES ($1::uuid, $2::uuid, 'Rita')", [
      tenantId,
      staffId,
    ]);
    for (const weekday of [0, 1, 2, 3, 4, 5, 6])
      await sql.run(
        "INSERT INTO opening_hours (tenant_id, id, weekday, opens_at, closes_at) VALUES ($1::uuid, $2::uuid, $3::int, '00:00', '24:00')",
        [tenantId, newId(), weekday],
      );
  });
  return { ...tenant, e164, serviceId, staffId };
}

let phone = 6_000;
async function book(salon: Salon, startsAt: Date) {
  phone += 1;
  const address = `+1415555${phone}`;
  const { id: customerId } = await createCustomer(salon.ctx, { name: "Maya Chen", address });
  const made = await bookAppointment(salon.ctx, {
    ...{ customerId, serviceId: salon.serviceId, staffId: salon.staffId, startsAt, source: "member" },
  });
  if (!made.ok) throw new Error(made.reason);
  return { id: made.appointment.id, address };
}

const reminder = (salon: Salon) =>
  seedRule(salon.ctx, {
    trigger: { on: "appointment_due", minutes: 1440, when: "before_start" },
    steps: [
      { do: "send_sms", body: "{{appointment.service}} with {{appointment.staff}} at {{appointment.time}}" },
    ],
  });

const bodiesTo = async (salon: Salon, address: string) =>
  (
    await withTenantSql(salon.ctx, (sql) =>
      sql.rows<{ body: string }>("SELECT body FROM messages WHERE tenant_id = $1::uuid AND to_address = $2", [
        ...[salon.ctx.tenantId, address],
      ]),
    )
  ).map(({ body }) => body);

describe("a reminder", () => {
  it("goes out once when its time has come, and not to who booked after that", async () => {
    const salon = await openSalon();
    const rule = await reminder(salon);
    const early = await book(salon, inHours(25));
    const late = await book(salon, inHours(20));
    await unsafeFindDue(new Date());
    await runDueJobs();
    expect(await runsOf(salon.ctx, rule.id)).toEqual([]);
    for (let round = 0; round < 3; round += 1) {
      await unsafeFindDue(inHours(1.1));
      await runDueJobs();
    }
    expect(await bodiesTo(salon, early.address)).toEqual([expect.stringMatching(/^Haircut with Rita at \d/)]);
    expect(await bodiesTo(salon, late.address)).toEqual([]);
  });

  it("is never sent for an appointment that was moved or cancelled, also when it was found before", async () => {
    const salon = await openSalon();
    const rule = await reminder(salon);
    const [moved, cancelled] = [await book(salon, inHours(25)), await book(salon, inHours(25.5))];
    await unsafeFindDue(inHours(2));
    await moveAppointment(salon.ctx, { id: moved.id, startsAt: inHours(72) });
    await cancelAppointment(salon.ctx, { id: cancelled.id });
    await runDueJobs();
    expect((await runsOf(salon.ctx, rule.id)).map(({ reason }) => reason).sort()).toEqual([
      "The appointment was cancelled.",
      "The appointment was moved to another time.",
    ]);
    await unsafeFindDue(inHours(2));
    await runDueJobs();
    expect(await bodiesTo(salon, moved.address)).toEqual([]);
    expect(await bodiesTo(salon, cancelled.address)).toEqual([]);
    await unsafeFindDue(inHours(49));
    await runDueJobs();
    expect(await bodiesTo(salon, moved.address)).toHaveLength(1);
  });

  it("is not made up for from before the rule was there", async () => {
    const salon = await openSalon();
    const { address } = await book(salon, inHours(25));
    await withTenantSql(salon.ctx, (sql) =>
      sql.run(
        "UPDATE appointments SET created_at = $2::timestamptz, updated_at = $2::timestamptz WHERE tenant_id = $1::uuid",
        [...[salon.ctx.tenantId, inHours(-100)]],
      ),
    );
    await withTenantSql(salon.ctx, (sql) =>
      sql.run(
        "UPDATE appointments SET starts_at = $2::timestamptz, ends_at = $3::timestamptz WHERE tenant_id = $1::uuid",
        [...[salon.ctx.tenantId, inHours(22), inHours(22.1)]],
      ),
    );
    await reminder(salon);
    await unsafeFindDue(new Date());
    await runDueJobs();
    expect(await bodiesTo(salon, address)).toEqual([]);
  });

  it("of another kind asks for a review after the visit, unless nobody came", async () => {
    const salon = await openSalon();
    await seedRule(salon.ctx, {
      trigger: { on: "appointment_due", minutes: 120, when: "after_end" },
      steps: [{ do: "send_sms", body: "How was it?" }],
    });
    const [came, missed] = [await book(salon, inHours(1)), await book(salon, inHours(1.5))];
    await withTenantSql(salon.ctx, (sql) =>
      sql.run("UPDATE appointments SET status = 'no_show' WHERE tenant_id = $1::uuid AND id = $2::uuid", [
        ...[salon.ctx.tenantId, missed.id],
      ]),
    );
    await unsafeFindDue(inHours(4));
    await runDueJobs();
    expect(await bodiesTo(salon, came.address)).toEqual(["How was it?"]);
    expect(await bodiesTo(salon, missed.address)).toEqual([]);
  });
});

describe("a conversation that went quiet", () => {
  it("starts its rule once, unless the customer wrote again meanwhile", async () => {
    const salon = await openSalon();
    const rule = await seedRule(salon.ctx, {
      trigger: { on: "conversation_idle", minutes: 60, waitingFor: "us" },
      steps: [{ do: "priority", priority: "urgent" }],
    });
    const text = (from: string, body: string) =>
      receiveText(carrierOf(salon), inboundText(salon.e164, { from, fromPhone: from, body }));
    await text("+14155556901", "hello?");
    await text("+14155556902", "hello?");
    await unsafeFindDue(inHours(0.5));
    await runDueJobs();
    expect(await runsOf(salon.ctx, rule.id)).toEqual([]);
    await unsafeFindDue(inHours(1.1));
    await text("+14155556902", "are you there?");
    await runDueJobs();
    await unsafeFindDue(inHours(1.1));
    await runDueJobs();
    expect((await runsOf(salon.ctx, rule.id)).map(({ status, reason }) => [status, reason])).toEqual(
      expect.arrayContaining([
        ["done", ""],
        ["skipped", "The customer wrote meanwhile."],
      ]),
    );
  });
});

describe("a run", () => {
  it("that was left behind is taken up again, and old ones go", async () => {
    const salon = await openSalon();
    const rule = await seedRule(salon.ctx, {
      trigger: { on: "customer_created" },
      steps: [{ do: "tag", tag: "new" }],
    });
    await createCustomer(salon.ctx, { name: "Eve", address: "+14155556903" });
    await runDueJobs();
    await withTenantSql(salon.ctx, async (sql) => {
      await sql.run("DELETE FROM automation_steps WHERE tenant_id = $1::uuid", [salon.ctx.tenantId]);
      await sql.run(
        "UPDATE automation_runs SET status = 'running', finished_at = NULL, started_at = now() - interval '10 minutes' WHERE tenant_id = $1::uuid",
        [salon.ctx.tenantId],
      );
    });
    await unsafeWakeRuns(new Date());
    await runDueJobs();
    expect(await runsOf(salon.ctx, rule.id)).toMatchObject([{ status: "done", outcomes: ["skipped"] }]);
    await unsafePruneRuns(new Date());
    expect(await runsOf(salon.ctx, rule.id)).toHaveLength(1);
    await unsafePruneRuns(inHours(24 * 200));
    expect(await runsOf(salon.ctx, rule.id)).toEqual([]);
  });
});
