import { recordAudit } from "@/lib/audit";
import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";

const mostTags = 30;

/** Adds one tag to a customer, inside a running transaction. Says whether it is new to them; a customer holds thirty at most. */
export async function tagCustomerIn(
  sql: Sql,
  ctx: Ctx,
  { id, tag }: { id: string; tag: string },
): Promise<"added" | "there_already" | "too_many"> {
  const row = await sql.one<{ tags: string[] }>(
    "SELECT tags FROM customers WHERE tenant_id = $1::uuid AND id = $2::uuid FOR UPDATE",
    [ctx.tenantId, id],
  );
  if (!row || row.tags.includes(tag)) return "there_already";
  if (row.tags.length >= mostTags) return "too_many";
  await sql.run(
    "UPDATE customers SET tags = array_append(tags, $3), updated_at = $4::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
    [ctx.tenantId, id, tag, ctx.clock.now()],
  );
  await recordAudit(sql, ctx, {
    action: "customer.changed",
    subject: { kind: "customer", id },
    detail: { fields: ["tags"] },
  });
  await emit(
    sql,
    ctx,
    { kind: "customer.changed", subject: { customerId: id } },
    { kind: "customer.tagged", subject: { customerId: id }, data: { tags: [tag] } },
  );
  return "added";
}
