import type pg from "pg";

/** One policy of row-level security, as PostgreSQL prints it. */
type Policy = { name: string; roles: string[]; command: string; using: string | null; check: string | null };

/** A foreign key: which columns refer to which. */
type ForeignKey = { name: string; columns: string[]; table: string; referred: string[] };

/** What the database's own catalog says about a table. */
export type Table = {
  name: string;
  owner: string;
  tenantColumn: { type: string; isNotNull: boolean } | null;
  primaryKey: string[];
  /** Every index, unique and exclusion keys among them: its columns in order. */
  indexes: { name: string; columns: string[] }[];
  isProtected: boolean;
  isForced: boolean;
  policies: Policy[];
  foreignKeys: ForeignKey[];
  /** role → privileges; "PUBLIC" for everybody. */
  grants: Record<string, string[]>;
};

/** Reads every table of the schema `public`. */
export async function readCatalog(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ table: Table }>(query);
  return rows.map(({ table }) => table);
}

const columnsOf = (numbers: string, relation: string) =>
  `(SELECT coalesce(jsonb_agg(coalesce(a.attname, '(expression)') ORDER BY k.position), '[]')
      FROM unnest(${numbers}) WITH ORDINALITY AS k (number, position)
      LEFT JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = k.number)`;

const query = `
  SELECT jsonb_build_object(
    'name', c.relname,
    'owner', pg_get_userbyid(c.relowner),
    'tenantColumn', (SELECT jsonb_build_object('type', format_type(a.atttypid, a.atttypmod), 'isNotNull', a.attnotnull)
       FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped),
    'primaryKey', coalesce((SELECT ${columnsOf("p.conkey", "c.oid")} FROM pg_constraint p
       WHERE p.conrelid = c.oid AND p.contype = 'p'), '[]'),
    'indexes', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', i.indexrelid::regclass::text,
         'columns', ${columnsOf("i.indkey::int2[]", "c.oid")})), '[]') FROM pg_index i WHERE i.indrelid = c.oid),
    'isProtected', c.relrowsecurity,
    'isForced', c.relforcerowsecurity,
    'policies', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', p.policyname, 'roles', to_jsonb(p.roles),
         'command', p.cmd, 'using', p.qual, 'check', p.with_check) ORDER BY p.policyname), '[]')
       FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname),
    'foreignKeys', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', f.conname, 'table', f.confrelid::regclass::text,
         'columns', ${columnsOf("f.conkey", "f.conrelid")}, 'referred', ${columnsOf("f.confkey", "f.confrelid")})), '[]')
       FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'),
    'grants', (SELECT coalesce(jsonb_object_agg(g.grantee, g.privileges), '{}') FROM (
         SELECT grantee, jsonb_agg(privilege_type ORDER BY privilege_type) AS privileges
           FROM information_schema.role_table_grants
          WHERE table_schema = 'public' AND table_name = c.relname AND grantee <> pg_get_userbyid(c.relowner)
          GROUP BY grantee) g)
  ) AS table
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname`;
