import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import { deployWithPrisma, diffSchemas } from "./prisma-engine";
import { protectTables } from "./protect-tables";
import { joinSchema, readSchema, readSnapshot } from "./schema-files";

let migrated: pg.Client;
beforeAll(async () => {
  migrated = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
  await migrated.connect();
});
afterAll(() => migrated.end());

test("the migrations make the tables and columns that the Prisma schema describes", async () => {
  const described = `${migrated.database}_described`;
  await migrated.query(`CREATE DATABASE ${described}`);
  try {
    expect(await readTables(migrated)).toEqual(await describeTables(described));
  } finally {
    await migrated.query(`DROP DATABASE ${described} WITH (FORCE)`);
  }
});

test("prisma migrate deploy finds nothing left to do", async () => {
  const migrations = readdirSync("prisma/migrations", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(`prisma/migrations/${name}/migration.sql`, "utf8") }));
  expect(await deployWithPrisma((await testDatabase()).ownerUrl, readSchema(), migrations)).toEqual([]);
});

test("the snapshot for the next migration is the schema as it is now", () => {
  // When this fails: `npm run db:migration NAME`, or `npm run db:migration -- --accept` after SQL written by hand.
  expect(joinSchema(readSnapshot())).toBe(joinSchema(readSchema()));
});

test("a new table comes with row-level security, by tenant where it has one", () => {
  const sql =
    'CREATE TABLE "notes" (\n  "tenant_id" UUID NOT NULL\n);\n\nCREATE TABLE "plans" (\n  "id" UUID\n);\n';
  expect(protectTables(sql)).toBe(
    `${sql}\nSELECT trunkline_protect('notes');\nSELECT trunkline_protect_platform('plans');\n`,
  );
});

async function describeTables(database: string): Promise<string[]> {
  const url = new URL((await testDatabase()).ownerUrl);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(await diffSchemas(url.href, [], readSchema()));
    return await readTables(client);
  } finally {
    await client.end();
  }
}

/** Generated columns are left out: Prisma cannot describe them, so the migrations add them by hand. */
async function readTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT c.table_name || '.' || c.column_name || ' ' || c.udt_name || coalesce('(' || c.datetime_precision || ')', '')
            || CASE c.is_nullable WHEN 'NO' THEN ' not null' ELSE '' END AS line
     FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.table_name <> '_prisma_migrations' AND c.is_generated = 'NEVER'
     ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}
