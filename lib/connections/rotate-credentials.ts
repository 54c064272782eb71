import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { loadConnection, loadConnectionIn } from "./load-connection";
import { partReplaced, replacing } from "./replaced-secrets";
import type { Rotation } from "./schema";
import { hintsOf, sealFields } from "./seal-fields";
import { knownFields, requireVerified } from "./verify-credentials";

/**
 * Replaces a connection's secrets after a live check. For `overlapHours` the replaced ones still verify webhooks, because
 * carriers go on signing with them for a while. `refused` when the new ones belong to another account.
 */
export async function rotateCredentials(ctx: Ctx, id: string, input: Rotation): Promise<void> {
  const before = await loadConnection(ctx, id);
  const given = knownFields(before.carrier, input.credentials);
  const fields = { ...partReplaced(before.fields).inForce, ...given };
  const verified = await requireVerified(ctx, { carrier: before.carrier, credentials: fields });
  if (verified.accountId !== before.accountId)
    throw new AppError(
      "refused",
      "These credentials belong to another account. Connect that one as a new connection.",
    );
  await withTenantSql(ctx, (sql) =>
    replaceSecretsIn(sql, ctx, id, { fields: given, overlapHours: input.overlapHours }),
  );
}

/** Puts new secrets in place of old ones inside a running transaction; equal ones change nothing but the date of the check. */
export async function replaceSecretsIn(
  sql: Sql,
  ctx: Ctx,
  id: string,
  { fields, overlapHours }: { fields: Record<string, string>; overlapHours: number },
): Promise<void> {
  const before = await loadConnectionIn(sql, ctx, id, true);
  const { next, isChanged } = replacing(before.fields, fields);
  const now = ctx.clock.now();
  const until = new Date(now.getTime() + overlapHours * 3_600_000).toISOString();
  const settings = { ...before.settings, ...(isChanged ? { previousUntil: until } : {}), problem: undefined };
  await sql.run(
    `UPDATE connections SET sealed = $3::jsonb, hints = $4::jsonb, settings = $5::jsonb, status = 'active', verified_at = $6::timestamptz
      WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [
      ...[ctx.tenantId, id, JSON.stringify(sealFields({ tenantId: ctx.tenantId, id }, next))],
      ...[JSON.stringify(hintsOf(before.carrier, partReplaced(next).inForce)), JSON.stringify(settings), now],
    ],
  );
  if (!isChanged) return;
  await emit(sql, ctx, { kind: "connection.changed", subject: {}, data: { id } });
  await recordAudit(sql, ctx, {
    action: "connection.rotated",
    subject: { kind: "connection", id },
    detail: { fields: Object.keys(fields), overlapHours },
  });
}
