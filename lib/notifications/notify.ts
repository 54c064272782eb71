import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx, Role } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";

/** Something to be told. `subject` says what it is about, such as `number:<id>`. */
export type NewNotification = {
  kind: string;
  subject: string;
  /** The least role that is told. */
  audience: Role;
  tone: "good" | "warn" | "bad";
  title: string;
  body?: string;
  href?: string;
};

/** Tells the people of a business something, inside the transaction that makes it true; every open screen hears it at once. */
export async function notify(sql: Sql, ctx: Ctx, told: NewNotification): Promise<void> {
  const id = newId();
  await sql.run(
    `INSERT INTO notifications (tenant_id, id, kind, subject, audience, tone, title, body, href, created_at)
     VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz)`,
    [
      ...[ctx.tenantId, id, told.kind, told.subject, told.audience, told.tone, told.title],
      ...[told.body ?? "", told.href ?? "", ctx.clock.now()],
    ],
  );
  await emit(sql, ctx, { kind: "notification.raised", subject: {}, data: { id, kind: told.kind } });
}
