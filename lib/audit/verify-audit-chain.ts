import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { Outcome } from "@/lib/kernel/result";
import { type AuditFacts, auditHash, chainStart } from "./rules";

type Link = Omit<AuditFacts, "at"> & { at: Date; previousHash: string; hash: string };

const batch = 1000;

/** Reads a tenant's whole audit trail and recomputes every link; names the first entry that was changed or is missing. */
export function verifyAuditChain(
  ctx: Ctx,
): Promise<Outcome<{ entries: number; headHash: string }, "broken"> & { brokenAt?: string }> {
  return withTenantSql(ctx, async (sql) => {
    let head = { seq: 0n, hash: chainStart };
    for (;;) {
      const links = await sql.rows<Link>(
        `SELECT seq::text, id, at, actor_kind AS "actorKind", actor_id AS "actorId", action,
                subject_kind AS "subjectKind", subject_id AS "subjectId", detail, previous_hash AS "previousHash", hash
           FROM audit_entries e WHERE tenant_id = $1::uuid AND seq > $2::bigint ORDER BY e.seq LIMIT ${batch}`,
        [ctx.tenantId, String(head.seq)],
      );
      for (const link of links) {
        if (!follows(link, head)) return { ok: false, reason: "broken", brokenAt: link.seq };
        head = { seq: BigInt(link.seq), hash: link.hash };
      }
      if (links.length < batch) return { ok: true, entries: Number(head.seq), headHash: head.hash };
    }
  });
}

function follows({ at, previousHash, hash, ...facts }: Link, head: { seq: bigint; hash: string }): boolean {
  const isNext = BigInt(facts.seq) === head.seq + 1n && previousHash === head.hash;
  return isNext && hash === auditHash(previousHash, { ...facts, at: at.toISOString() });
}
