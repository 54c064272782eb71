import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { inject } from "vitest";
import { closeDatabase, installDatabase } from "./database";
import { type DatabaseUrls, dropLogins, ensureLogins } from "./roles";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder in which the test run writes `ready` (the owner's URL of the template) or `failed` (why). */
    testClusterFolder: string;
  }
}

const WAIT_MS = 90_000;

const home: typeof globalThis & { trunklineTestDatabase?: Promise<DatabaseUrls> } = globalThis;

/**
 * A real, migrated, empty PostgreSQL database for the running test file, installed as the process's database, so that
 * `withTenant` and every verb work on it. Call it in `beforeAll`; a second call returns the same database.
 */
export function testDatabase(): Promise<DatabaseUrls> {
  home.trunklineTestDatabase ??= copyTemplate();
  return home.trunklineTestDatabase;
}

/** Drops the database of the test file that ends; the test set-up calls it. */
export async function dropTestDatabase(): Promise<void> {
  const made = await home.trunklineTestDatabase;
  if (!made) return;
  home.trunklineTestDatabase = undefined;
  await closeDatabase();
  await asAdmin(made.ownerUrl, async (admin) => {
    await admin.query(`DROP DATABASE ${databaseName(made.ownerUrl)} WITH (FORCE)`);
    await dropLogins(admin, made.ownerUrl);
  });
}

async function copyTemplate(): Promise<DatabaseUrls> {
  const template = await templateUrl();
  const ownerUrl = withDatabase(template, `test_${randomBytes(6).toString("hex")}`);
  const urls = await asAdmin(ownerUrl, async (admin) => {
    await admin.query(`CREATE DATABASE ${databaseName(ownerUrl)} TEMPLATE ${databaseName(template)}`);
    return ensureLogins(admin, ownerUrl);
  });
  installDatabase({ ...urls, poolSize: 10 });
  return urls;
}

/** The cluster starts beside the first tests, so that those without a database need not wait for it. */
async function templateUrl(): Promise<string> {
  const folder = inject("testClusterFolder");
  for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline; await delay(20)) {
    if (existsSync(join(folder, "ready"))) return readFileSync(join(folder, "ready"), "utf8");
    if (existsSync(join(folder, "failed"))) throw new Error(readFileSync(join(folder, "failed"), "utf8"));
  }
  throw new Error("The test database did not become ready.");
}

async function asAdmin<T>(ownerUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: withDatabase(ownerUrl, "postgres") });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}

function withDatabase(ownerUrl: string, name: string): string {
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}
