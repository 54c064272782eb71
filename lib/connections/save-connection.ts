import { recordAudit } from "@/lib/audit";
import { carrier } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { replaceSecretsIn } from "./rotate-credentials";
import type { NewConnection } from "./schema";
import { hintsOf, sealFields } from "./seal-fields";
import { knownFields, requireCarrier, requireVerified } from "./verify-credentials";

/**
 * Connects an account after a live check. Two people who connect the same account at once, and one who connects it
 * again, get the same connection: the database settles it, and secrets that differ are replaced with an overlap.
 */
export async function saveConnection(
  ctx: Ctx,
  input: NewConnection,
): Promise<{ id: string; isNew: boolean }> {
  const name = requireCarrier(input.carrier);
  const verified = await requireVerified(ctx, input);
  const fields = knownFields(name, input.credentials);
  const userId = ownerOf(ctx, input.scope);
  return withTenantSql(ctx, async (sql) => {
    const id = newId();
    const inserted = await sql.run(
      `INSERT INTO connections (tenant_id, id, carrier, user_id, label, account_id, sealed, hints, settings, verified_at, created_at)
       VALUES ($1::uuid, $2::uuid, $3, $4::uuid, $5, $6, $7::jsonb, $8::jsonb, $9::jsonb, $10::timestamptz, $10::timestamptz)
       ON CONFLICT (tenant_id, carrier, account_id, coalesce(user_id, tenant_id)) WHERE status <> 'disconnected' DO NOTHING`,
      [
        ...[ctx.tenantId, id, name, userId, input.label || labelOf(name, verified.name), verified.accountId],
        JSON.stringify(sealFields({ tenantId: ctx.tenantId, id }, fields)),
        JSON.stringify(hintsOf(name, fields)),
        JSON.stringify(input.pool ? { pool: input.pool } : {}),
        ctx.clock.now(),
      ],
    );
    if (inserted === 0)
      return joinExisting(sql, ctx, { ...input, name, fields, userId, accountId: verified.accountId });
    await emit(sql, ctx, { kind: "connection.changed", subject: {}, data: { id } });
    await recordAudit(sql, ctx, { action: "connection.saved", subject: { kind: "connection", id } });
    return { id, isNew: true };
  });
}

function labelOf(name: Parameters<typeof carrier>[0], account: string): string {
  return account || carrier(name).description.label;
}

function ownerOf(ctx: Ctx, scope: NewConnection["scope"]): string | null {
  if (scope === "tenant") return null;
  if (ctx.actor.kind !== "user")
    throw new AppError(
      "invalid_input",
      "An API key belongs to nobody: it can connect an account for the business only.",
    );
  return ctx.actor.userId;
}

type Known = NewConnection & {
  name: Parameters<typeof carrier>[0];
  fields: Record<string, string>;
  userId: string | null;
  accountId: string;
};

async function joinExisting(sql: Sql, ctx: Ctx, known: Known): Promise<{ id: string; isNew: boolean }> {
  const row = await sql.one<{ id: string }>(
    `SELECT id FROM connections WHERE tenant_id = $1::uuid AND carrier = $2 AND account_id = $3
        AND user_id IS NOT DISTINCT FROM $4::uuid AND status <> 'disconnected' FOR UPDATE`,
    [ctx.tenantId, known.name, known.accountId, known.userId],
  );
  if (!row) throw new AppError("conflict", "This account was disconnected a moment ago. Try again.");
  await replaceSecretsIn(sql, ctx, row.id, { fields: known.fields, overlapHours: 24 });
  if (known.pool !== undefined)
    await sql.run(
      "UPDATE connections SET settings = settings || $3::jsonb WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, row.id, JSON.stringify({ pool: known.pool || undefined })],
    );
  return { id: row.id, isNew: false };
}
