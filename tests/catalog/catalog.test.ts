import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { checkCatalog } from "./check-catalog";
import { readCatalog } from "./read-catalog";

let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
  await owner.connect();
});

afterAll(() => owner.end());

it("every table keeps tenants apart, or is named as the platform's", async () => {
  const tables = await readCatalog(owner);
  expect(tables.length).toBeGreaterThan(40);
  expect(checkCatalog(tables)).toEqual([]);
});

describe("the checker sees", () => {
  afterEach(() => owner.query("ROLLBACK"));

  const good = `CREATE TABLE twins (tenant_id uuid NOT NULL, id uuid NOT NULL, customer_id uuid, PRIMARY KEY (tenant_id, id));`;
  const twins: [string, string, RegExp][] = [
    ["a table that never passed trunkline_protect", good, /twins: row-level security is off/],
    ["a table without a tenant", "CREATE TABLE twins (id uuid PRIMARY KEY)", /twins: has no tenant_id/],
    [
      "a policy that lets everybody see everything",
      `${good} SELECT trunkline_protect('twins'); CREATE POLICY leak ON twins USING (true)`,
      /twins: it has 3 policies/,
    ],
    [
      "a policy that was loosened",
      `${good} SELECT trunkline_protect('twins'); ALTER POLICY tenant_rows ON twins USING (true)`,
      /twins: its policy tenant_rows says/,
    ],
    [
      "security that does not bind the owner",
      "ALTER TABLE messages NO FORCE ROW LEVEL SECURITY",
      /messages: row-level security does not bind its owner/,
    ],
    [
      "security switched off",
      "ALTER TABLE messages DISABLE ROW LEVEL SECURITY",
      /messages: row-level security is off/,
    ],
    [
      "a unique key across tenants",
      "CREATE UNIQUE INDEX shared_sid ON messages (carrier_sid)",
      /messages: its index shared_sid does not begin with tenant_id/,
    ],
    [
      "a foreign key that could lead into another tenant",
      `${good} SELECT trunkline_protect('twins'); CREATE UNIQUE INDEX ids ON customers (id);
       ALTER TABLE twins ADD CONSTRAINT crossing FOREIGN KEY (customer_id) REFERENCES customers (id)`,
      /twins: its foreign key crossing does not carry the tenant/,
    ],
    ["a grant to everybody", "GRANT SELECT ON users TO PUBLIC", /users: PUBLIC may SELECT/],
    [
      "a platform table that tenants may read",
      "GRANT SELECT ON sessions TO trunkline_app",
      /sessions: trunkline_app may SELECT/,
    ],
    [
      "history that may be rewritten",
      "GRANT UPDATE ON audit_entries TO trunkline_app",
      /audit_entries: trunkline_app may/,
    ],
    [
      "a platform table that is gone",
      "DROP TABLE chore_slots CASCADE",
      /chore_slots is listed as a platform table/,
    ],
  ];

  it.each(twins)("%s", async (_, change, finding) => {
    await owner.query(`BEGIN; ${change}`);
    expect(checkCatalog(await readCatalog(owner)).join("\n")).toMatch(finding);
  });
});

describe("the roles", () => {
  it.each(["appUrl", "platformUrl"] as const)("%s can only log in, in one group", async (which) => {
    const client = new pg.Client({ connectionString: (await testDatabase())[which] });
    await client.connect();
    const { rows } = await client.query(
      `SELECT r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
         (SELECT array_agg(g.rolname::text) FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid) AS groups,
         (SELECT bool_or(g.rolsuper OR g.rolbypassrls OR g.rolcanlogin) FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
           WHERE m.member = r.oid) AS "groupsMayMore",
         EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid) AS owns,
         has_schema_privilege('public', 'CREATE') AS "mayCreate",
         has_database_privilege(current_database(), 'CREATE') AS "mayCreateSchema"
       FROM pg_roles r WHERE r.rolname = current_user`,
    );
    await client.end();
    const group = which === "appUrl" ? "trunkline_app" : "trunkline_platform";
    expect(rows).toEqual([
      {
        ...{
          rolsuper: false,
          rolbypassrls: false,
          rolcreaterole: false,
          rolcreatedb: false,
          rolreplication: false,
        },
        ...{ groups: [group], groupsMayMore: false, owns: false, mayCreate: false, mayCreateSchema: false },
      },
    ]);
  });

  it("the app's does not see the queue of all tenants", async () => {
    const { rows } = await owner.query(
      "SELECT has_schema_privilege('trunkline_app', 'graphile_worker', 'USAGE') AS may",
    );
    expect(rows).toEqual([{ may: false }]);
  });
});

describe("functions and views", () => {
  it("functions that work with their owner's rights choose their schema, and not everybody may call them", async () => {
    const { rows } = await owner.query<{
      name: string;
      settings: string[] | null;
      isOpen: boolean;
      isTrigger: boolean;
    }>(
      `SELECT p.proname AS name, p.proconfig AS settings, has_function_privilege('public', p.oid, 'EXECUTE') AS "isOpen",
              p.prorettype = 'trigger'::regtype AS "isTrigger"
         FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef`,
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { name, settings, isOpen, isTrigger } of rows) {
      expect(settings?.join(), name).toMatch(/search_path=pg_catalog, pg_temp/);
      expect(isOpen && !isTrigger, name).toBe(false);
    }
  });

  it("a view looks with the eyes of whoever asks", async () => {
    const { rows } = await owner.query(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
        AND (relkind = 'm' OR (relkind = 'v' AND NOT coalesce(reloptions::text LIKE '%security_invoker=true%', false)))`,
    );
    expect(rows).toEqual([]);
  });
});
