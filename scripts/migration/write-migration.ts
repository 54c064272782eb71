import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/lib/db/embedded";
import { diffSchemas } from "./prisma-engine";
import { protectTables } from "./protect-tables";
import { joinSchema, readSchema, readSnapshot, type SchemaFile, writeSnapshot } from "./schema-files";

const MIGRATIONS = "prisma/migrations";
const USAGE =
  "Say what changes, in small letters: `npm run db:migration add_call_notes`. After SQL written by hand: `npm run db:migration -- --accept`.";

/** Writes the migration from the last schema to today's, or with `--accept` only remembers that hand-written SQL covers it. */
export async function writeMigration(name: string | undefined): Promise<string> {
  const schema = readSchema();
  if (name === "--accept") {
    writeSnapshot(schema);
    return "The schema as it is now counts as covered by the migrations; `npm test` proves it.";
  }
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(USAGE);
  const before = readSnapshot();
  const isSame = before.length > 0 && joinSchema(before) === joinSchema(schema);
  const sql = isSame
    ? "-- SQL of your own goes here.\n"
    : protectTables(await diffOnOwnServer(before, schema));
  const folder = join(MIGRATIONS, `${nextNumber()}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), sql);
  writeSnapshot(schema);
  return `Wrote ${folder}/migration.sql${isSame ? " (empty: the schema has not changed)" : ""}. Read it before you commit it.`;
}

async function diffOnOwnServer(from: SchemaFile[], to: SchemaFile[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "trunkline-migration-"));
  chmodSync(folder, 0o711);
  const server = await startEmbedded({ dataDir: join(folder, "cluster"), durable: false });
  try {
    return await diffSchemas(server.ownerUrl, from, to);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function nextNumber(): string {
  const numbers = readdirSync(MIGRATIONS).map((name) => Number.parseInt(name, 10) || 0);
  return String(Math.max(0, ...numbers) + 1).padStart(4, "0");
}
