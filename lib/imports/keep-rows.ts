import { changeConsent, isSuppressed } from "@/lib/consent";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { formatPhone } from "@/lib/kernel/phone-format";
import type { ReadRow, RowPerson } from "./rules";
import { type Filled, type Known, type RowResult, type Sorted, sortRows, twinOf } from "./sort-rows";

type Step = { id: string; from: number; bytes: number; rows: ReadRow[] };

const mostTries = 5;

/**
 * Keeps some rows, their outcomes and the place reached, or nothing. A customer who called while it happened makes it
 * begin again. @returns false when the import was cancelled or another worker is further
 */
export async function keepRows(ctx: Ctx, step: Step): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await withTenantSql(ctx, (sql) => keep(sql, ctx, step));
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === mostTries) throw error;
    }
  }
}

/** An address of a new customer was taken between looking and writing. */
class Overtaken extends Error {}

async function keep(sql: Sql, ctx: Ctx, { id, from, bytes, rows }: Step): Promise<boolean> {
  const mine = await sql.one(
    "SELECT 1 AS found FROM customer_imports WHERE tenant_id = $1::uuid AND id = $2::uuid AND state = 'running' AND rows_done = $3::int FOR UPDATE",
    [ctx.tenantId, id, from],
  );
  if (!mine) return false;
  const people = rows.flatMap((row) => (row.ok ? [row.person] : []));
  const { owners, known } = await readKnown(sql, ctx, id, people);
  const sorted = sortRows(people, owners, known);
  await insertFresh(sql, ctx, sorted.fresh);
  await fillKnown(sql, ctx, sorted.filled);
  for (const { addresses } of people.filter(({ optedOut }) => optedOut)) await refuse(sql, ctx, addresses);
  const failed = rows.flatMap((row): RowResult[] =>
    row.ok ? [] : [{ row: row.row, outcome: "failed", reason: row.reason, customerId: null }],
  );
  await writeOutcomes(sql, ctx, { id, bytes, outcomes: [...sorted.outcomes, ...failed] });
  return true;
}

async function readKnown(sql: Sql, ctx: Ctx, importId: string, people: RowPerson[]) {
  const addresses = people.flatMap((person) =>
    person.addresses.flatMap(({ address }) => [address, twinOf(address)]),
  );
  const rows = await sql.rows<{ address: string; id: string }>(
    "SELECT address, customer_id AS id FROM customer_addresses WHERE tenant_id = $1::uuid AND address = ANY($2::text[])",
    [ctx.tenantId, addresses],
  );
  const customers = await sql.rows<Known>(
    `SELECT id, name, name_source AS "nameSource", email, email_source AS "emailSource", city, region, country, language, timezone, tags, fields,
        (SELECT min(r.row) FROM customer_import_rows r WHERE r.tenant_id = c.tenant_id AND r.import_id = $3::uuid AND r.customer_id = c.id) AS row
       FROM customers c WHERE c.tenant_id = $1::uuid AND c.id = ANY($2::uuid[]) FOR UPDATE`,
    [ctx.tenantId, [...new Set(rows.map(({ id }) => id))], importId],
  );
  return {
    owners: new Map(rows.map(({ address, id }) => [address, id])),
    known: new Map(customers.map((customer) => [customer.id, customer])),
  };
}

// No `customer.created` for each of them: rules that greet new customers would text the whole list.
async function insertFresh(sql: Sql, ctx: Ctx, fresh: Sorted["fresh"]): Promise<void> {
  if (fresh.length === 0) return;
  const rows = fresh.map(({ id, person }) => ({
    ...{ id, name: person.name ?? nameOf(person), name_source: person.name ? "import" : "unknown" },
    ...{
      email: person.email,
      email_source: person.email && "given",
      tags: person.tags,
      fields: person.fields,
    },
    ...{ country: person.addresses.find(({ country }) => country)?.country ?? null, ...person.place },
  }));
  await sql.run(
    `INSERT INTO customers (tenant_id, id, name, name_source, email, email_source, city, region, country, language, timezone, tags, fields, created_at, updated_at)
     SELECT $1::uuid, r.id, r.name, r.name_source, r.email, r.email_source, r.city, r.region, r.country, r.language, r.timezone, r.tags, r.fields, $3::timestamptz, $3::timestamptz
       FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, name text, name_source text, email text, email_source text, city text, region text, country text,
         language text, timezone text, tags text[], fields jsonb)`,
    [ctx.tenantId, JSON.stringify(rows), ctx.clock.now()],
  );
  await insertAddresses(
    sql,
    ctx,
    fresh.flatMap(({ id, person }) => person.addresses.map((address) => ({ customerId: id, ...address }))),
  );
}

function nameOf({ addresses: [first] }: RowPerson): string {
  return formatPhone(first?.address.replace("whatsapp:", "") ?? "");
}

type OwnedAddress = RowPerson["addresses"][number] & { customerId: string };

async function insertAddresses(sql: Sql, ctx: Ctx, addresses: OwnedAddress[]): Promise<void> {
  if (addresses.length === 0) return;
  const unique = new Map(addresses.map((address) => [address.address, address]));
  const made = await sql.run(
    `INSERT INTO customer_addresses (tenant_id, id, customer_id, kind, address, created_at)
     SELECT $1::uuid, r.id, r.customer_id, r.kind, r.address, $3::timestamptz
       FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, customer_id uuid, kind text, address text) ON CONFLICT (tenant_id, address) DO NOTHING`,
    [
      ctx.tenantId,
      JSON.stringify(
        [...unique.values()].map(({ customerId, kind, address }) => ({
          id: newId(),
          customer_id: customerId,
          kind,
          address,
        })),
      ),
      ctx.clock.now(),
    ],
  );
  if (made < unique.size) throw new Overtaken();
}

async function fillKnown(sql: Sql, ctx: Ctx, filled: Filled[]): Promise<void> {
  if (filled.length === 0) return;
  const rows = filled.map(({ customer: { nameSource, emailSource, row: _, ...customer } }) => ({
    ...customer,
    ...{ name_source: nameSource, email_source: emailSource },
  }));
  await sql.run(
    `UPDATE customers c SET name = r.name, name_source = r.name_source, email = r.email, email_source = r.email_source, city = r.city, region = r.region,
        country = r.country, language = r.language, timezone = r.timezone, tags = r.tags, fields = r.fields, updated_at = $3::timestamptz
       FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, name text, name_source text, email text, email_source text, city text, region text, country text,
         language text, timezone text, tags text[], fields jsonb)
      WHERE c.tenant_id = $1::uuid AND c.id = r.id`,
    [ctx.tenantId, JSON.stringify(rows), ctx.clock.now()],
  );
  await insertAddresses(
    sql,
    ctx,
    filled.flatMap(({ customer, addresses }) =>
      addresses.map((address) => ({ customerId: customer.id, ...address })),
    ),
  );
}

async function refuse(sql: Sql, ctx: Ctx, addresses: RowPerson["addresses"]): Promise<void> {
  for (const { address } of addresses)
    if (!(await isSuppressed(sql, ctx, address)))
      await changeConsent(sql, ctx, { address, change: "opted_out", source: "import" });
}

async function writeOutcomes(
  sql: Sql,
  ctx: Ctx,
  { id, bytes, outcomes }: { id: string; bytes: number; outcomes: RowResult[] },
): Promise<void> {
  const rows = outcomes.map(({ customerId, ...rest }) => ({ ...rest, customer_id: customerId }));
  await sql.run(
    `INSERT INTO customer_import_rows (tenant_id, import_id, row, outcome, reason, customer_id)
     SELECT $1::uuid, $2::uuid, r.row, r.outcome, r.reason, r.customer_id
       FROM jsonb_to_recordset($3::jsonb) AS r (row int, outcome text, reason text, customer_id uuid)`,
    [ctx.tenantId, id, JSON.stringify(rows)],
  );
  const count = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length;
  await sql.run(
    `UPDATE customer_imports SET rows_done = rows_done + $3::int, bytes_done = $4::int, created = created + $5::int, updated = updated + $6::int,
        unchanged = unchanged + $7::int, duplicate = duplicate + $8::int, failed = failed + $9::int WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [
      ...[ctx.tenantId, id, outcomes.length, bytes],
      ...["created", "updated", "unchanged", "duplicate", "failed"].map(count),
    ],
  );
  await emit(sql, ctx, { kind: "customers.import_went_on", subject: {}, data: { importId: id } });
}
