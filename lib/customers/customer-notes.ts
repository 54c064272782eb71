import { recordAudit } from "@/lib/audit";
import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { storableText } from "@/lib/kernel/text";
import type { CustomerNoteView, WriteCustomerNote } from "./schema";
import { requireCustomer } from "./view-customers";

const mostShown = 100;

/** What colleagues wrote about a customer, newest first. */
export function listNotes(ctx: Ctx, customerId: string): Promise<CustomerNoteView[]> {
  return withTenantSql(ctx, async (sql) => {
    await requireCustomer(sql, ctx, customerId);
    const rows = await sql.rows<Omit<CustomerNoteView, "createdAt"> & { createdAt: Date }>(
      `SELECT n.id, n.body, jsonb_build_object('kind', n.author_kind, 'name', (SELECT m.name FROM members m WHERE m.tenant_id = n.tenant_id AND m.user_id = n.author_id)) AS author,
          n.created_at AS "createdAt"
         FROM customer_notes n WHERE n.tenant_id = $1::uuid AND n.customer_id = $2::uuid ORDER BY n.created_at DESC, n.id DESC LIMIT ${mostShown}`,
      [ctx.tenantId, customerId],
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  });
}

/** Writes a note about a customer; it never leaves the house. */
export function writeNote(ctx: Ctx, input: { id: string } & WriteCustomerNote): Promise<{ id: string }> {
  return withTenantSql(ctx, async (sql) => {
    await requireCustomer(sql, ctx, input.id);
    const id = newId();
    await sql.run(
      `INSERT INTO customer_notes (tenant_id, id, customer_id, body, author_kind, author_id, created_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::uuid, $7::timestamptz)`,
      [
        ...[ctx.tenantId, id, input.id, storableText(input.body, 4000), ctx.actor.kind],
        ...[ctx.actor.kind === "user" ? ctx.actor.userId : null, ctx.clock.now()],
      ],
    );
    await emit(sql, ctx, { kind: "customer.changed", subject: { customerId: input.id } });
    return { id };
  });
}

/** Takes a note away. */
export function removeNote(ctx: Ctx, input: { id: string; noteId: string }): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const gone = await sql.run(
      "DELETE FROM customer_notes WHERE tenant_id = $1::uuid AND id = $2::uuid AND customer_id = $3::uuid",
      [ctx.tenantId, input.noteId, input.id],
    );
    if (gone === 0) throw new AppError("not_found", "There is no such note.");
    await recordAudit(sql, ctx, {
      action: "customer.note_removed",
      subject: { kind: "customer", id: input.id },
    });
    await emit(sql, ctx, { kind: "customer.changed", subject: { customerId: input.id } });
  });
}
