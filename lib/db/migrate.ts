import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { migrateQueue } from "./queue-schema";
import { type DatabaseUrls, ensureGroups, ensureLogins } from "./roles";

/** One prisma/migrations/NNNN_name/migration.sql. */
type Migration = { name: string; sql: string; checksum: string };
type Recorded = { migration_name: string; checksum: string; finished: boolean };

/** The first major version of PostgreSQL that has everything the migrations use. */
const oldestServer = 17;

/** Prisma's own number, so that `prisma migrate deploy` and we exclude each other. Source: prisma-engines, sql-migration-connector. */
const ADVISORY_LOCK = 72707369;

/** Prisma's own definition of its table, for the same reason. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the database of `ownerUrl` up to date and makes its login roles. Any number of processes may call it at once.
 * Each migration is one transaction: one that fails leaves nothing behind and is tried again at the next start.
 */
export async function migrate(
  ownerUrl: string,
  folder = resolve("prisma/migrations"),
): Promise<DatabaseUrls> {
  const client = await connectOwner(ownerUrl);
  try {
    await requireVersion(client);
    await client.query("SELECT pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await ensureGroups(client);
    await client.query(MIGRATIONS_TABLE);
    for (const migration of await pendingMigrations(client, folder)) await applyMigration(client, migration);
    await migrateQueue(client, ownerUrl);
    return await ensureLogins(client, ownerUrl);
  } finally {
    await client.end();
  }
}

/** Refuses a server that is too old before anything is written: names are compared by the collation `pg_c_utf8`, which came with 17. */
async function requireVersion(client: Pick<pg.Client, "query">): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
  );
  const problem = rows[0] && tooOld(rows[0]);
  if (problem) throw new Error(problem);
}

/** Why a server cannot be used, in a sentence; null when it can. */
export function tooOld({ number, version }: { number: number; version: string }): string | null {
  if (number >= oldestServer * 10_000) return null;
  return `The database is PostgreSQL ${version.split(" ")[0]}, and Trunkline needs ${oldestServer} or newer. Upgrade that server, or unset DATABASE_URL to use the embedded PostgreSQL 18.`;
}

/** Connects to the database that DATABASE_URL names, or says in one sentence why that is impossible. */
async function connectOwner(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const { hostname, port, pathname } = new URL(ownerUrl);
    const reason = cause instanceof Error ? cause.message || cause.constructor.name : String(cause);
    throw new Error(
      `The database at ${hostname}:${port || 5432}${pathname} cannot be reached (${reason}). Check DATABASE_URL and that PostgreSQL runs, or unset it to use the embedded one.`,
      { cause },
    );
  }
}

async function pendingMigrations(client: pg.Client, folder: string): Promise<Migration[]> {
  const recorded = await client.query<Recorded>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const known = readMigrations(folder);
  for (const row of recorded.rows) checkRecorded(row, known);
  const done = new Set(recorded.rows.map((row) => row.migration_name));
  return known.filter((migration) => !done.has(migration.name));
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const bytes = readFileSync(join(folder, name, "migration.sql"));
      return { name, sql: bytes.toString(), checksum: createHash("sha256").update(bytes).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function checkRecorded(row: Recorded, known: Migration[]): void {
  const migration = known.find(({ name }) => name === row.migration_name);
  if (!row.finished) {
    throw new Error(
      `Migration ${row.migration_name} was begun by another tool and failed. Repair the database, then run \`npx prisma migrate resolve\`.`,
    );
  }
  if (!migration) {
    throw new Error(
      `The database holds migration ${row.migration_name}, which this version does not know: it was upgraded by a newer Trunkline. Start that version.`,
    );
  }
  if (migration.checksum !== row.checksum) {
    throw new Error(
      `Migration ${row.migration_name} was changed after it ran. Restore its file from git; a new change belongs in a new migration.`,
    );
  }
}

async function applyMigration(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new Error(`Migration ${name} failed and was rolled back: ${explainFailure(cause, sql)}`, { cause });
  }
}

function explainFailure(cause: unknown, sql: string): string {
  if (!(cause instanceof pg.DatabaseError)) return String(cause);
  const line = cause.position ? ` (line ${sql.slice(0, Number(cause.position)).split("\n").length})` : "";
  return `${cause.message}${line}${cause.detail ? `; ${cause.detail}` : ""}`;
}
