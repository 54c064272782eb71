import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { storage } from "@/lib/storage";
import { lockCustomers } from "./lock-customers";
import type { ErasureView } from "./schema";
import { unsafeForgetWords } from "./unsafe-forget-words";

/** What stays after an erasure, and why it may. */
const kept: ErasureView["kept"] = [
  {
    what: "That there were texts, calls and appointments, when, how long and what they cost",
    why: "Bookkeeping; without words, names or numbers.",
  },
  {
    what: "A no to texts, with its number and proof",
    why: "Without it they might be texted again.",
  },
  {
    what: "The audit trail",
    why: "It holds ids and names of fields only, and shows that this erasure happened.",
  },
];

/**
 * Erases a person: name, addresses, words, files and recordings, also from the traces of calls and from the carriers' webhooks as they
 * came. Appointments to come are cancelled. `refused` unless the name is typed exactly; cannot be taken back.
 */
export async function erasePerson(
  ctx: Ctx,
  input: { id: string; confirmation: string },
): Promise<ErasureView> {
  const { view, files, ...words } = await withTenantSql(ctx, (sql) => eraseRows(sql, ctx, input));
  // After the commit: a file whose row is gone is found by nobody, a row whose file is gone shows an error.
  for (const name of files) await storage.delete({ tenantId: ctx.tenantId, name });
  await unsafeForgetWords(ctx.tenantId, words);
  return view;
}

type Erased = {
  view: ErasureView;
  files: string[];
  calls: string[];
  addresses: string[];
  carrierIds: string[];
};

async function eraseRows(
  sql: Sql,
  ctx: Ctx,
  { id, confirmation }: { id: string; confirmation: string },
): Promise<Erased> {
  const customer = isId(id) ? (await lockCustomers(sql, ctx, [id])).get(id) : undefined;
  if (!customer || customer.name_source === "erased")
    throw new AppError("not_found", "There is no such customer.");
  if (confirmation.trim() !== customer.name)
    throw new AppError("refused", `Type "${customer.name}" to confirm.`);
  const run = (text: string) => sql.run(text, [ctx.tenantId, id]);
  const keys = (text: string) =>
    sql.rows<{ key: string }>(text, [ctx.tenantId, id]).then((rows) => rows.map(({ key }) => key));

  const addresses = await keys(
    "DELETE FROM customer_addresses WHERE tenant_id = $1::uuid AND customer_id = $2::uuid RETURNING address AS key",
  );
  const media = await keys(
    `DELETE FROM message_media f USING messages m WHERE f.tenant_id = $1::uuid AND m.tenant_id = f.tenant_id AND m.id = f.message_id
        AND m.customer_id = $2::uuid RETURNING coalesce(f.storage_key, '') AS key`,
  );
  const carrierIds = await keys(
    `SELECT carrier_sid AS key FROM messages WHERE tenant_id = $1::uuid AND customer_id = $2::uuid AND carrier_sid IS NOT NULL
     UNION SELECT carrier_call_id FROM calls WHERE tenant_id = $1::uuid AND customer_id = $2::uuid`,
  );
  const messages = await run(
    `UPDATE messages SET body = '', extra = '{}', media_count = 0, from_address = CASE WHEN direction = 'outbound' THEN from_address END,
        to_address = CASE WHEN direction = 'inbound' THEN to_address END,
        status = CASE WHEN status IN ('scheduled', 'queued') THEN 'canceled' ELSE status END WHERE tenant_id = $1::uuid AND customer_id = $2::uuid`,
  );
  await run(
    `DELETE FROM drafts d USING conversations c WHERE d.tenant_id = $1::uuid AND c.tenant_id = d.tenant_id AND c.id = d.conversation_id AND c.customer_id = $2::uuid`,
  );
  await run(
    `UPDATE conversations SET last_entry_preview = '', subject = NULL, tags = '{}', status = 'closed', snoozed_until = NULL, closed_at = coalesce(closed_at, now())
      WHERE tenant_id = $1::uuid AND customer_id = $2::uuid`,
  );
  const calls = await keys(
    `UPDATE calls SET from_address = CASE WHEN direction = 'inbound' THEN 'anonymous' ELSE from_address END,
        to_address = CASE WHEN direction = 'outbound' THEN 'anonymous' ELSE to_address END, summary = NULL, action_items = '[]'
      WHERE tenant_id = $1::uuid AND customer_id = $2::uuid RETURNING id AS key`,
  );
  const recordings = await eraseCalls(sql, ctx, calls);
  const appointments = await run(
    `UPDATE appointments SET notes = '', dedupe_key = NULL, status = CASE WHEN status = 'booked' AND starts_at > now() THEN 'cancelled' ELSE status END
      WHERE tenant_id = $1::uuid AND customer_id = $2::uuid`,
  );
  const notes = await run("DELETE FROM customer_notes WHERE tenant_id = $1::uuid AND customer_id = $2::uuid");
  await run(
    `DELETE FROM automation_steps s USING automation_runs r WHERE s.tenant_id = $1::uuid AND r.tenant_id = s.tenant_id AND r.id = s.run_id AND r.customer_id = $2::uuid`,
  );
  await run("DELETE FROM automation_runs WHERE tenant_id = $1::uuid AND customer_id = $2::uuid");
  await run(
    "UPDATE customer_import_rows SET customer_id = NULL, reason = NULL WHERE tenant_id = $1::uuid AND customer_id = $2::uuid",
  );
  await run(
    "DELETE FROM customer_merges WHERE tenant_id = $1::uuid AND (survivor_id = $2::uuid OR merged_id = $2::uuid)",
  );
  await run(
    `UPDATE customers SET name = 'Erased person', name_source = 'erased', email = NULL, email_source = NULL, city = NULL, region = NULL, country = NULL,
        timezone = NULL, language = NULL, tags = '{}', fields = '{}' WHERE tenant_id = $1::uuid AND id = $2::uuid`,
  );
  const erased = {
    ...{
      messages,
      files: media.length,
      calls: calls.length,
      recordings: recordings.length,
      appointments,
      notes,
    },
    addresses: addresses.length,
  };
  await recordAudit(sql, ctx, {
    ...{ action: "customer.erased", subject: { kind: "customer", id }, detail: erased },
  });
  // Whoever else keeps words of a person hears of it.
  await emit(sql, ctx, { kind: "customer.erased", subject: { customerId: id } });
  await emit(sql, ctx, { kind: "customer.changed", subject: { customerId: id } });
  return {
    view: { erased, kept },
    files: [...media, ...recordings].filter(Boolean),
    calls,
    addresses,
    carrierIds,
  };
}

/** What was said and recorded in calls. @returns where the recordings lie */
async function eraseCalls(sql: Sql, ctx: Ctx, calls: readonly string[]): Promise<string[]> {
  const values = [ctx.tenantId, calls];
  await sql.run(
    "UPDATE call_turns SET text = '' WHERE tenant_id = $1::uuid AND call_id = ANY($2::uuid[])",
    values,
  );
  await sql.run("DELETE FROM call_states WHERE tenant_id = $1::uuid AND call_id = ANY($2::uuid[])", values);
  await sql.run(
    "UPDATE placed_calls SET purpose = '', machine_message = NULL WHERE tenant_id = $1::uuid AND call_id = ANY($2::uuid[])",
    values,
  );
  await sql.run(
    "UPDATE events SET data = '{}' WHERE tenant_id = $1::uuid AND subject->>'callId' = ANY($2::text[])",
    values,
  );
  const recordings = await sql.rows<{ key: string }>(
    `UPDATE recordings r SET state = 'deleted', transcript = NULL, storage_key = NULL, bytes = NULL FROM recordings o
      WHERE r.tenant_id = $1::uuid AND r.call_id = ANY($2::uuid[]) AND o.tenant_id = r.tenant_id AND o.id = r.id
      RETURNING coalesce(o.storage_key, '') AS key`,
    values,
  );
  return recordings.map(({ key }) => key);
}
