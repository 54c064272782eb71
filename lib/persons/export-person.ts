import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";

/** Every row about a person by the table it stands in, as the database has it. */
export type PersonExport = { exportedAt: string; format: "trunkline.person.1" } & Record<string, unknown>;

const ofCustomer = "x.customer_id = $2::uuid";
const inConversation =
  "x.conversation_id IN (SELECT c.id FROM conversations c WHERE c.tenant_id = $1::uuid AND c.customer_id = $2::uuid)";
const inCall =
  "x.call_id IN (SELECT k.id FROM calls k WHERE k.tenant_id = $1::uuid AND k.customer_id = $2::uuid)";
const ofAddress = `x.address IN (SELECT regexp_replace(a.address, '^whatsapp:(?=[+])', '') FROM customer_addresses a
  WHERE a.tenant_id = $1::uuid AND a.customer_id = $2::uuid)`;

/** What is told of a person, in the order of the file. */
const parts: Readonly<Record<string, { table: string; where: string; order: string }>> = {
  customer: { table: "customers", where: "x.id = $2::uuid", order: "x.id" },
  addresses: { table: "customer_addresses", where: ofCustomer, order: "x.created_at" },
  consent: { table: "suppressions", where: ofAddress, order: "x.since" },
  consentHistory: { table: "consent_events", where: ofAddress, order: "x.at" },
  notes: { table: "customer_notes", where: ofCustomer, order: "x.created_at" },
  conversations: { table: "conversations", where: ofCustomer, order: "x.opened_at" },
  conversationEvents: { table: "conversation_events", where: inConversation, order: "x.at" },
  messages: { table: "messages", where: inConversation, order: "x.created_at" },
  files: {
    table: "message_media",
    where: `x.message_id IN (SELECT m.id FROM messages m WHERE m.tenant_id = $1::uuid AND m.customer_id = $2::uuid)`,
    order: "x.created_at",
  },
  calls: { table: "calls", where: ofCustomer, order: "x.started_at" },
  placedCalls: { table: "placed_calls", where: inCall, order: "x.created_at" },
  callTurns: { table: "call_turns", where: inCall, order: "x.at" },
  recordings: { table: "recordings", where: inCall, order: "x.created_at" },
  appointments: { table: "appointments", where: ofCustomer, order: "x.starts_at" },
  automations: { table: "automation_runs", where: ofCustomer, order: "x.started_at" },
  automationSteps: {
    table: "automation_steps",
    where: `x.run_id IN (SELECT r.id FROM automation_runs r WHERE r.tenant_id = $1::uuid AND r.customer_id = $2::uuid)`,
    order: "x.at, x.position",
  },
  imports: { table: "customer_import_rows", where: ofCustomer, order: "x.import_id, x.row" },
  merges: { table: "customer_merges", where: "x.survivor_id = $2::uuid", order: "x.created_at" },
};

/** Everything that stands about one person, to be handed to them on request. Files stand at their addresses below this server. */
export function exportPerson(ctx: Ctx, customerId: string): Promise<PersonExport> {
  return withTenantSql(ctx, async (sql) => {
    const told = await readParts(sql, ctx, customerId);
    await recordAudit(sql, ctx, {
      action: "customer.exported",
      subject: { kind: "customer", id: customerId },
    });
    return { format: "trunkline.person.1", exportedAt: ctx.clock.now().toISOString(), ...told };
  });
}

async function readParts(sql: Sql, ctx: Ctx, customerId: string): Promise<Record<string, unknown[]>> {
  const told: Record<string, unknown[]> = {};
  if (!isId(customerId)) throw new AppError("not_found", "There is no such customer.");
  for (const [name, { table, where, order }] of Object.entries(parts)) {
    const rows = await sql.rows<{ row: object }>(
      `SELECT to_jsonb(x) - 'tenant_id' - 'storage_key' - 'source_url' AS row FROM ${table} x WHERE x.tenant_id = $1::uuid AND ${where} ORDER BY ${order}`,
      [ctx.tenantId, customerId],
    );
    told[name] = rows.map(({ row }) => withLink(name, row));
    if (name === "customer" && rows.length === 0)
      throw new AppError("not_found", "There is no such customer.");
  }
  return told;
}

function withLink(part: string, row: object & { id?: unknown }): object {
  if (part === "files") return { ...row, url: `/api/v1/media/${String(row.id)}` };
  return part === "recordings" ? { ...row, url: `/api/v1/recordings/${String(row.id)}` } : row;
}
