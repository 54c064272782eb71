import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import type { DatabaseUrls } from "./roles";
import { testDatabase } from "./testing";
import { unsafePlatform } from "./transaction";

let urls: DatabaseUrls;
beforeAll(async () => {
  urls = await testDatabase();
});

test("a test file gets one migrated database of its own, installed for withTenant", async () => {
  expect(await testDatabase()).toBe(urls);
  const found = await unsafePlatform("reads the catalog", (tx) =>
    tx.sql.one<{ name: string; applied: number }>(
      "SELECT current_database() AS name, count(*)::int AS applied FROM tenants",
    ),
  );
  expect(found).toEqual({ name: new URL(urls.ownerUrl).pathname.slice(1), applied: 0 });
});

test.each(["appUrl", "platformUrl"] as const)(
  "the role of %s is neither superuser, owner nor BYPASSRLS",
  async (which) => {
    const client = new pg.Client({ connectionString: urls[which] });
    await client.connect();
    const role = await client.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
            EXISTS (SELECT 1 FROM pg_class WHERE relowner = pg_roles.oid) AS owns
     FROM pg_roles WHERE rolname = current_user`,
    );
    await client.end();
    expect(role.rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: false },
    ]);
  },
);

test("nobody else may connect to the database", async () => {
  const foreign = new URL(urls.appUrl);
  foreign.pathname = "/trunkline";
  const client = new pg.Client({ connectionString: foreign.href });
  await expect(client.connect()).rejects.toThrow(/permission denied for database/);
});
