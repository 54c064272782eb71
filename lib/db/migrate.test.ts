import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, tooOld } from "./migrate";
import { dropLogins } from "./roles";
import { testDatabase } from "./testing";

let folder: string;
let ownerUrl: string;
let admin: pg.Client;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "migrations "));
  admin = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
  await admin.connect();
  const url = new URL((await testDatabase()).ownerUrl);
  url.pathname += "_migrate";
  ownerUrl = url.href;
  await admin.query(`CREATE DATABASE ${url.pathname.slice(1)}`);
  write(
    "0001_first",
    "CREATE FUNCTION trunkline_open_queue() RETURNS void LANGUAGE sql AS ''; CREATE TABLE pets (n int);",
  );
});

afterEach(async () => {
  await admin.query(`DROP DATABASE ${new URL(ownerUrl).pathname.slice(1)} WITH (FORCE)`);
  await dropLogins(admin, ownerUrl);
  await admin.end();
  rmSync(folder, { recursive: true });
});

test("a server that is too old is refused in a sentence that says what to do", () => {
  expect(tooOld({ number: 160_004, version: "16.4 (Debian 16.4-1)" })).toMatch(
    /is PostgreSQL 16\.4, and Trunkline needs 17 or newer\. Upgrade/,
  );
  for (const number of [170_000, 180_001]) expect(tooOld({ number, version: "18.1" })).toBeNull();
});

test("migrations run once, in order, and are recorded as Prisma records them", async () => {
  write("0010_last", "INSERT INTO pets VALUES (10)");
  write("0002_next", "INSERT INTO pets VALUES (2)");
  await migrate(ownerUrl, folder);
  await migrate(ownerUrl, folder);
  expect(await read("SELECT n FROM pets")).toEqual([{ n: 2 }, { n: 10 }]);
  expect(
    await read(
      `SELECT migration_name, length(checksum), finished_at >= started_at AS finished, applied_steps_count, logs, rolled_back_at
       FROM _prisma_migrations ORDER BY started_at`,
    ),
  ).toEqual(
    ["0001_first", "0002_next", "0010_last"].map((migration_name) => ({
      migration_name,
      length: 64,
      finished: true,
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
    })),
  );
});

test("two processes that start at once run each migration once", async () => {
  write("0002_slow", "SELECT pg_sleep(0.2); INSERT INTO pets VALUES (1)");
  const [one, other] = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder)]);
  expect(one).toEqual(other);
  expect(await read("SELECT n FROM pets")).toEqual([{ n: 1 }]);
});

test("a migration that fails leaves nothing behind, says where it failed, and runs when it is repaired", async () => {
  write("0002_broken", "INSERT INTO pets VALUES (1);\nINSERT INTO nowhere VALUES (1);");
  await expect(migrate(ownerUrl, folder)).rejects.toThrow(
    'Migration 0002_broken failed and was rolled back: relation "nowhere" does not exist (line 2)',
  );
  expect(await read("SELECT n FROM pets")).toEqual([]);
  write("0002_broken", "INSERT INTO pets VALUES (1)");
  await migrate(ownerUrl, folder);
  expect(await read("SELECT n FROM pets")).toEqual([{ n: 1 }]);
});

test("a migration that was changed, or that a newer version ran, stops the start", async () => {
  write("0002_next", "INSERT INTO pets VALUES (1)");
  await migrate(ownerUrl, folder);
  write("0002_next", "INSERT INTO pets VALUES (2)");
  await expect(migrate(ownerUrl, folder)).rejects.toThrow("Migration 0002_next was changed after it ran.");
  rmSync(join(folder, "0002_next"), { recursive: true });
  await expect(migrate(ownerUrl, folder)).rejects.toThrow("it was upgraded by a newer Trunkline");
});

test("a database that cannot be reached is one sentence with cause and cure, without the password", async () => {
  const unreachable = migrate("postgresql://me:secret@127.0.0.1:1/desk", folder);
  await expect(unreachable).rejects.toThrow(
    "The database at 127.0.0.1:1/desk cannot be reached (connect ECONNREFUSED 127.0.0.1:1). Check DATABASE_URL and that PostgreSQL runs, or unset it to use the embedded one.",
  );
});

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function read(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
