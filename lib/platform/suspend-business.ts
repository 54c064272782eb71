import { recordPlatform } from "@/lib/audit";
import { type Sql, unsafePlatformSql } from "@/lib/db";
import { endStreams } from "@/lib/events";
import type { Person } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import type { Suspension } from "./schema";

/**
 * Closes a business for now: its people and keys are let in nowhere, nothing is sent, callers hear a sentence, texts are
 * kept. Closing a closed one only changes the reason.
 */
export function suspendBusiness(person: Person, id: string, { reason }: Suspension): Promise<void> {
  return change(person, id, {
    status: "suspended",
    suspension: { reason, since: person.clock.now().toISOString() },
  });
}

/** Opens a business again. */
export function resumeBusiness(person: Person, id: string): Promise<void> {
  return change(person, id, { status: "active", suspension: null });
}

type Change = { status: "active" | "suspended"; suspension: { reason: string; since: string } | null };

async function change(person: Person, id: string, { status, suspension }: Change): Promise<void> {
  if (!isId(id)) throw new AppError("not_found", "There is no such business.");
  await unsafePlatformSql("the super admin closes and opens businesses", async (sql) => {
    const before = await sql.one<{ status: string }>(
      "SELECT status FROM tenants WHERE id = $1::uuid FOR UPDATE",
      [id],
    );
    if (!before) throw new AppError("not_found", "There is no such business.");
    await sql.run(
      "UPDATE tenants SET status = $2, settings = settings || jsonb_build_object('suspension', $3::jsonb) WHERE id = $1::uuid",
      [id, status, JSON.stringify(suspension)],
    );
    if (status === "suspended") await closeScreens(sql, id);
    await recordPlatform(sql, person, {
      action: status === "suspended" ? "business.suspended" : "business.resumed",
      ...{ subject: { kind: "tenant", id }, tenantId: id },
      detail: { before: before.status, after: status, ...(suspension ? { reason: suspension.reason } : {}) },
    });
  });
}

/** Open screens of its people end; their sessions stand, and lead to the sentence that says why. */
async function closeScreens(sql: Sql, id: string): Promise<void> {
  const people = await sql.rows<{ userId: string }>(
    `SELECT user_id AS "userId" FROM members WHERE tenant_id = $1::uuid`,
    [id],
  );
  for (const { userId } of people) endStreams(sql, { userId });
}
