import { withTenantSql } from "@/lib/db";
import { previewCall } from "@/lib/gate";
import { addressKey } from "@/lib/kernel/address";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { parsePhone } from "@/lib/kernel/phone";
import { readTenant } from "@/lib/tenants";
import { openLine } from "./open-line";
import type { Destination, DialPlan } from "./schema";

/**
 * Judges a number before it is dialled, so that a refusal is read and not only heard, and finds who it belongs to. The
 * carrier's request is judged again by itself: nothing that the browser says afterwards is believed.
 */
export async function checkDestination(ctx: Ctx, { to, callerId }: Destination): Promise<DialPlan> {
  const tenant = await readTenant(ctx);
  const verdict = previewCall(to, tenant);
  if (!verdict.ok) throw new AppError("refused", verdict.sentence, { details: { reason: verdict.reason } });
  const { opened } = await openLine(ctx);
  const shown = await chooseNumber(ctx, opened.carrier, callerId ?? null);
  const phone = parsePhone(to, tenant.country);
  const e164 = phone.ok ? phone.e164 : to;
  const known = await findKnown(ctx, addressKey(e164, tenant.country) ?? e164);
  return {
    callerId: shown.e164,
    card: {
      ...{ callId: "", direction: "outbound", address: e164, brief: "", numberLabel: shown.label },
      ...(known ?? nobody),
      lastAt: known?.lastAt?.toISOString() ?? null,
    },
  };
}

const nobody = {
  ...{ name: null, customerId: null, conversationId: null },
  ...{ callsBefore: 0, lastSummary: null, lastAt: null },
};

type Shown = { e164: string; label: string };

async function chooseNumber(ctx: Ctx, carrier: string, wanted: string | null): Promise<Shown> {
  const row = await withTenantSql(ctx, (sql) =>
    sql.one<Shown>(
      `SELECT e164, label FROM numbers WHERE tenant_id = $1::uuid AND carrier = $2 AND status = 'active' AND ($3::text IS NULL OR e164 = $3)
          AND 'voice' = ANY(capabilities) ORDER BY created_at, id LIMIT 1`,
      [ctx.tenantId, carrier, wanted],
    ),
  );
  if (row) return row;
  throw new AppError(
    "refused",
    wanted
      ? "That caller ID is not one of your business's numbers."
      : "The business has no number to call from yet. Add one in the settings.",
  );
}

type Known = {
  name: string | null;
  customerId: string;
  conversationId: string | null;
  callsBefore: number;
  lastSummary: string | null;
  lastAt: Date | null;
};

function findKnown(ctx: Ctx, address: string): Promise<Known | null> {
  return withTenantSql(ctx, (sql) =>
    sql.one<Known>(
      `SELECT CASE WHEN k.name_source NOT IN ('unknown', 'place') THEN k.name END AS name, k.id AS "customerId",
          (SELECT v.id FROM conversations v WHERE v.tenant_id = k.tenant_id AND v.customer_id = k.id ORDER BY v.last_entry_at DESC LIMIT 1) AS "conversationId",
          (SELECT count(*)::int FROM calls o WHERE o.tenant_id = k.tenant_id AND o.customer_id = k.id) AS "callsBefore",
          l.summary AS "lastSummary", l.started_at AS "lastAt"
        FROM customer_addresses a JOIN customers k ON k.tenant_id = a.tenant_id AND k.id = a.customer_id
        LEFT JOIN LATERAL (SELECT summary, started_at FROM calls o WHERE o.tenant_id = k.tenant_id AND o.customer_id = k.id
          ORDER BY started_at DESC LIMIT 1) l ON true
       WHERE a.tenant_id = $1::uuid AND a.address = $2`,
      [ctx.tenantId, address],
    ),
  );
}
