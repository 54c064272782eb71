import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { receiveText } from "@/lib/messages";
import { carrierOf, inboundText, seedNumber } from "@/lib/messages/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { createAutomation } from "./save-automation";
import { type AutomationView, NewAutomation, type RunView } from "./schema";

/** Makes a rule that is switched on, from as little as a test wants to say. */
export async function seedRule(
  ctx: Ctx,
  rule: {
    trigger: unknown;
    steps: readonly unknown[];
    conditions?: readonly unknown[];
    limits?: { timesPerCustomer: number; withinHours: number; runsPerHour?: number };
  },
): Promise<AutomationView> {
  const limits = { timesPerCustomer: 20, withinHours: 1 };
  return createAutomation(
    ctx,
    NewAutomation.parse({ name: "A rule", isOn: true, rule: { limits, ...rule } }),
  );
}

/** What a rule did so far, oldest first. */
export function runsOf(
  ctx: Ctx,
  automationId: string,
): Promise<(Pick<RunView, "id" | "status" | "reason"> & { steps: string[]; outcomes: string[] })[]> {
  return withTenantSql(ctx, (sql) =>
    sql.rows(
      `SELECT r.id, r.status, r.reason,
          ARRAY(SELECT s.sentence FROM automation_steps s WHERE s.tenant_id = r.tenant_id AND s.run_id = r.id ORDER BY s.position) AS steps,
          ARRAY(SELECT s.outcome FROM automation_steps s WHERE s.tenant_id = r.tenant_id AND s.run_id = r.id ORDER BY s.position) AS outcomes
         FROM automation_runs r WHERE r.tenant_id = $1::uuid AND r.automation_id = $2::uuid ORDER BY r.started_at, r.id`,
      [ctx.tenantId, automationId],
    ),
  );
}

/** A seeded business with its number. */
export type Desk = SeededTenant & { e164: string };

let phone = 4_000;

/** A business with a number that texts. */
export async function openDesk(): Promise<Desk> {
  const tenant = await seedTenant();
  return { ...tenant, e164: (await seedNumber(tenant)).e164 };
}

/** Somebody who has not written before. */
export function texter(at: Desk) {
  phone += 1;
  const from = `+1415555${phone}`;
  return {
    from,
    async text(body: string) {
      const got = await receiveText(carrierOf(at), inboundText(at.e164, { body, from, fromPhone: from }));
      if (got.outcome !== "stored") throw new Error(got.outcome);
      return got;
    },
  };
}

/** What was sent to an address, in order. */
export const sentTo = (ctx: Ctx, to: string) =>
  withTenantSql(ctx, (sql) =>
    sql.rows<{ body: string; author: string }>(
      "SELECT body, author_kind AS author FROM messages WHERE tenant_id = $1::uuid AND to_address = $2 AND direction = 'outbound' ORDER BY id",
      [ctx.tenantId, to],
    ),
  );

/** A customer's tags. */
export const tagsOf = async (ctx: Ctx, id: string) =>
  (
    await withTenantSql(ctx, (sql) =>
      sql.one<{ tags: string[] }>("SELECT tags FROM customers WHERE tenant_id = $1::uuid AND id = $2::uuid", [
        ...[ctx.tenantId, id],
      ]),
    )
  )?.tags;
