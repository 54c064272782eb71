import { readFields } from "@/lib/customers";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { csvOf } from "@/lib/kernel/csv";
import { readOutcomes, requireImport } from "./view-imports";

const rowsPerStep = 1_000;

type Row = {
  id: string;
  name: string;
  email: string | null;
  phones: string | null;
  whatsapps: string | null;
  tags: string[];
  place: (string | null)[];
  fields: Record<string, string>;
  optedOut: boolean;
  createdAt: string;
};

/** Every customer as CSV, some hundred at a time, so that a hundred thousand need no more memory than one page. What a spreadsheet would run stays text. */
export async function* exportCustomers(ctx: Ctx): AsyncGenerator<string> {
  const fields = await withTenantSql(ctx, (sql) => readFields(sql, ctx));
  const heads = [
    "Name",
    "Phone",
    "WhatsApp",
    "E-mail",
    "Tags",
    "City",
    "Region",
    "Country",
    "Language",
    "Time zone",
  ];
  yield `\uFEFF${csvOf([...heads, ...fields.map(({ label }) => label), "Consent", "Customer since"], [])}`;
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await readStep(ctx, after);
    if (rows.length > 0)
      yield `\r\n${lines(
        rows,
        fields.map(({ key }) => key),
      )}`;
    if (rows.length < rowsPerStep) return;
    after = rows.at(-1)?.id ?? null;
  }
}

function lines(rows: Row[], keys: string[]): string {
  const cells = rows.map((row) => [
    ...[row.name, row.phones, row.whatsapps, row.email, row.tags.join("; "), ...row.place],
    ...keys.map((key) => row.fields[key] ?? null),
    ...[row.optedOut ? "opted out" : null, row.createdAt],
  ]);
  // csvOf writes a head first; the first row stands in for it.
  const [first = [], ...others] = cells;
  return csvOf(
    first.map((cell) => cell ?? ""),
    others,
  );
}

function readStep(ctx: Ctx, after: string | null): Promise<Row[]> {
  return withTenantSql(ctx, (sql) =>
    sql.rows<Row>(
      `SELECT c.id, c.name, CASE WHEN c.email_source = 'generated' THEN NULL ELSE c.email END AS email, a.phones, a.whatsapps, c.tags, c.fields,
          ARRAY[c.city, c.region, c.country, c.language, c.timezone] AS place, coalesce(a.out, false) AS "optedOut",
          to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "createdAt"
         FROM (SELECT * FROM customers WHERE tenant_id = $1::uuid AND ($2::uuid IS NULL OR id > $2::uuid) ORDER BY id LIMIT ${rowsPerStep}) c
         LEFT JOIN LATERAL (SELECT string_agg(x.address, '; ' ORDER BY x.created_at, x.id) FILTER (WHERE x.kind = 'phone') AS phones,
             string_agg(substr(x.address, 10), '; ' ORDER BY x.created_at, x.id) FILTER (WHERE x.kind = 'whatsapp') AS whatsapps,
             bool_or(s.address IS NOT NULL) AS out
           FROM customer_addresses x LEFT JOIN suppressions s ON s.tenant_id = x.tenant_id AND s.address = regexp_replace(x.address, '^whatsapp:(?=[+])', '')
          WHERE x.tenant_id = c.tenant_id AND x.customer_id = c.id) a ON true ORDER BY c.id`,
      [ctx.tenantId, after],
    ),
  );
}

/** Rows of an import that were not taken, with the reason, as CSV. */
export async function exportProblems(ctx: Ctx, id: string): Promise<string> {
  const rows = await withTenantSql(ctx, async (sql) => {
    await requireImport(sql, ctx, id);
    const limit = 100_000;
    const failed = await readOutcomes(sql, ctx, { id, outcome: "failed", after: 0, limit });
    return [...failed, ...(await readOutcomes(sql, ctx, { id, outcome: "duplicate", after: 0, limit }))];
  });
  return csvOf(
    ["Row", "Outcome", "Why"],
    rows.sort((a, b) => a.row - b.row).map(({ row, outcome, reason }) => [row, outcome, reason]),
  );
}
