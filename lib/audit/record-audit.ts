import type { Sql } from "@/lib/db";
import type { Actor, Ctx } from "@/lib/kernel/context";
import { type Id, newId } from "@/lib/kernel/ids";
import { auditHash, chainStart } from "./rules";

/**
 * What happened. `action` is `noun.verb` (member.invited). `detail` holds ids, field names and plain values before and
 * after, never what people wrote or how to reach them: then erasing a person does not break the chain.
 */
export type AuditRecord = {
  action: string;
  subject: { kind: string; id: Id | null };
  detail?: Record<string, unknown>;
};

/**
 * Writes an audit row in the running transaction, linked to the tenant's last one by its hash. Writers of one tenant
 * wait for each other until commit, so call it last.
 */
export async function recordAudit(sql: Sql, ctx: Ctx, record: AuditRecord): Promise<void> {
  await sql.one("SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0))::text AS locked", [
    `audit:${ctx.tenantId}`,
  ]);
  const last = await sql.one<{ seq: string; hash: string }>(
    // Qualified: a bare `seq` would sort by the text that is selected, and "9" comes after "10".
    "SELECT seq::text, hash FROM audit_entries e WHERE tenant_id = $1::uuid ORDER BY e.seq DESC LIMIT 1",
    [ctx.tenantId],
  );
  const entry = {
    seq: String(BigInt(last?.seq ?? 0) + 1n),
    id: newId(),
    at: ctx.clock.now().toISOString(),
    actorKind: ctx.actor.kind,
    actorId: actorId(ctx.actor),
    action: record.action,
    subjectKind: record.subject.kind,
    subjectId: record.subject.id,
    detail: record.detail ?? {},
  };
  const previousHash = last?.hash ?? chainStart;
  await sql.run(
    `INSERT INTO audit_entries (tenant_id, seq, id, at, actor_kind, actor_id, action, subject_kind, subject_id, detail,
                                previous_hash, hash)
     VALUES ($1::uuid, $2::bigint, $3::uuid, $4::timestamptz, $5, $6, $7, $8, $9, $10::jsonb, $11, $12)`,
    [
      ctx.tenantId,
      ...[
        entry.seq,
        entry.id,
        entry.at,
        entry.actorKind,
        entry.actorId,
        entry.action,
        entry.subjectKind,
        entry.subjectId,
      ],
      ...[JSON.stringify(entry.detail), previousHash, auditHash(previousHash, entry)],
    ],
  );
}

function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "user":
      return actor.userId;
    case "api_key":
      return actor.keyId;
    case "carrier":
      return actor.carrier;
    case "job":
      return actor.job;
    case "automation":
      return actor.automationId;
    case "assistant":
      return null;
    case "system":
      return actor.why;
  }
}
