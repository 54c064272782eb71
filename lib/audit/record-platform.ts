import type { Sql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { newId } from "@/lib/kernel/ids";
import { recordAudit } from "./record-audit";
import { unsafeInBusiness } from "./unsafe-in-business";

/** What a super admin did. `tenantId`: to which business; its own audit trail then tells it too. */
export type PlatformRecord = {
  action: string;
  subject: { kind: string; id: string | null };
  tenantId?: string;
  detail?: Record<string, unknown>;
};

/** Writes what a super admin did into the platform's trail, and into that of the business it was done to. */
export async function recordPlatform(sql: Sql, person: Person, record: PlatformRecord): Promise<void> {
  const { action, subject, tenantId, detail = {} } = record;
  await sql.run(
    `INSERT INTO platform_audit_entries (id, at, actor_id, action, subject_kind, subject_id, about_tenant_id, detail)
     VALUES ($1::uuid, $2::timestamptz, $3::uuid, $4, $5, $6, $7::uuid, $8::jsonb)`,
    [
      ...[newId(), person.clock.now(), person.userId, action, subject.kind, subject.id, tenantId ?? null],
      JSON.stringify(detail),
    ],
  );
  if (tenantId) await recordAudit(sql, unsafeInBusiness(person, tenantId), { action, subject, detail });
}
