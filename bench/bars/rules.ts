import { createAutomation } from "@/lib/automations";
import { NewAutomation } from "@/lib/automations/schema";
import { createCustomer } from "@/lib/customers";
import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { seedTenant } from "@/lib/tenants/testing";
import type { Bar, Contest, Figures, World } from "../harness/bar";
import { openLoop, summarise } from "../harness/measure";
import { startProgram } from "../harness/program";
import { clearQueue, untilEmpty } from "./queue";

const perSecond = 100;
const people = 50;

/** How soon a rule has done its step after the event was committed, at 100 events a second of one business. */
export const ruleBars: readonly Bar[] = [
  {
    name: "rules",
    title: "event to action of a rule, 100 events/s",
    floorTitle: "the same change of the row, alone",
    promises: [{ figure: "p99", as: "value", be: "at most", reach: 1_000, unit: "ms" }],
    rounds: 3,
    open: openRules,
  },
];

async function openRules({ appUrl, platformUrl }: World): Promise<Contest> {
  await clearQueue();
  const { ctx } = await seedTenant();
  const customerIds: string[] = [];
  for (let index = 0; index < people; index += 1) {
    const address = `+1415555${String(1000 + index)}`;
    customerIds.push((await createCustomer(ctx, { name: `Customer ${index}`, address })).id);
  }
  const rule = {
    trigger: { on: "customer_created" },
    conditions: [{ if: "tag", tag: "no rules", has: false }],
    steps: [{ do: "tag", tag: "met" }],
    limits: { timesPerCustomer: 20, withinHours: 1, runsPerHour: 10_000 },
  };
  await createAutomation(ctx, NewAutomation.parse({ name: "Bench", isOn: true, rule }));
  const program = await startProgram("rules-worker", appUrl, platformUrl);
  return {
    floor: async (seconds) =>
      summarise(
        await openLoop({ perSecond, seconds, send: (index) => changeAlone(ctx, customerIds, index) }),
      ),
    subject: (seconds) => measureRules(ctx, customerIds, seconds),
    close: () => program.stop(),
  };
}

/** The latency of each is what the log says: from the event's own moment to the moment of the step. */
async function measureRules(ctx: Ctx, customerIds: readonly string[], seconds: number): Promise<Figures> {
  await forget(ctx);
  const send = (index: number) =>
    withTenantSql(ctx, (sql) =>
      emit(sql, ctx, {
        kind: "customer.created",
        subject: { customerId: customerIds[index % people] ?? "" },
      }),
    );
  await openLoop({ perSecond, seconds, send });
  await untilEmpty();
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<{ ms: number }>(
      `SELECT extract(epoch FROM s.at - (r.happening ->> 'at')::timestamptz)::float8 * 1000 AS ms
         FROM automation_steps s JOIN automation_runs r ON r.tenant_id = s.tenant_id AND r.id = s.run_id WHERE s.tenant_id = $1::uuid`,
      [ctx.tenantId],
    ),
  );
  if (rows.length < perSecond * seconds) throw new Error(`Only ${rows.length} steps were done.`);
  return summarise(rows.map(({ ms }) => ms));
}

async function forget(ctx: Ctx): Promise<void> {
  await withTenantSql(ctx, async (sql) => {
    await sql.run("DELETE FROM automation_runs WHERE tenant_id = $1::uuid", [ctx.tenantId]);
    await sql.run("UPDATE customers SET tags = '{}' WHERE tenant_id = $1::uuid", [ctx.tenantId]);
  });
}

function changeAlone(ctx: Ctx, customerIds: readonly string[], index: number): Promise<number> {
  return withTenantSql(ctx, (sql) =>
    sql.run("UPDATE customers SET tags = '{met}' WHERE tenant_id = $1::uuid AND id = $2::uuid", [
      ...[ctx.tenantId, customerIds[index % people]],
    ]),
  );
}
