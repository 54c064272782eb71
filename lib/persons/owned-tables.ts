import type { Sql } from "@/lib/db";

/** A table whose rows belong to a customer by `customer_id`, and what tells a tenant's rows apart there, as SQL. */
export type OwnedTable = { name: string; key: string };

/** Follow by themselves: words by triggers, messages with their conversation. */
const followers = ["customer_words", "messages"];

/** Every table that knows customers, read from the database, so that none that is added later is forgotten. */
export async function readOwnedTables(sql: Sql): Promise<OwnedTable[]> {
  const rows = await sql.rows<{ name: string; columns: string[] }>(
    `SELECT c.relname::text AS name, ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(number, place)
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number WHERE a.attname <> 'tenant_id' ORDER BY k.place) AS columns
       FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL($1::text[])
        AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'customer_id' AND NOT a.attisdropped)
      ORDER BY c.relname`,
    [followers],
  );
  return rows.map(({ name, columns }) => ({ name, key: `concat_ws(':', ${columns.join(", ")})` }));
}
