import { acknowledgeRing } from "@/lib/calls";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { PhoneCard } from "./schema";

/** A browser says that it shows a ringing call, which keeps the call ringing there, and gets what to show. */
export async function showRing(ctx: Ctx, callId: string): Promise<PhoneCard> {
  const { brief } = await acknowledgeRing(ctx, { callId });
  return { ...(await readCard(ctx, callId)), brief };
}

type Row = Omit<PhoneCard, "lastAt" | "brief"> & { lastAt: Date | null };

/** A call's card without the reason why it was handed over. */
export async function readCard(ctx: Ctx, callId: string): Promise<PhoneCard> {
  const row = await withTenantSql(ctx, (sql) => sql.one<Row>(statement, [ctx.tenantId, callId]));
  if (!row) throw new AppError("not_found", "There is no such call.");
  return { ...row, lastAt: row.lastAt?.toISOString() ?? null, brief: "" };
}

const statement = `SELECT c.id AS "callId", c.direction, CASE c.direction WHEN 'inbound' THEN c.from_address ELSE c.to_address END AS address,
    CASE WHEN k.name_source NOT IN ('unknown', 'place') THEN k.name END AS name, c.customer_id AS "customerId", c.conversation_id AS "conversationId",
    n.label AS "numberLabel", b.count AS "callsBefore", l.summary AS "lastSummary", l.started_at AS "lastAt"
  FROM calls c LEFT JOIN customers k ON k.tenant_id = c.tenant_id AND k.id = c.customer_id
    LEFT JOIN numbers n ON n.tenant_id = c.tenant_id AND n.id = c.number_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM calls o
      WHERE o.tenant_id = c.tenant_id AND o.customer_id = c.customer_id AND o.id <> c.id) b
    LEFT JOIN LATERAL (SELECT summary, started_at FROM calls o WHERE o.tenant_id = c.tenant_id AND o.customer_id = c.customer_id
      AND o.id <> c.id ORDER BY started_at DESC LIMIT 1) l ON true
  WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid`;
