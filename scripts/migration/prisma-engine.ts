import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { SchemaFile } from "./schema-files";

const NOTHING_ELSEWHERE = { externalTables: [], externalEnums: [] };

/**
 * The SQL that turns a database of schema `from` into one of schema `to`.
 * @param databaseUrl any PostgreSQL: the engine asks it for its version and nothing else
 */
export async function diffSchemas(
  databaseUrl: string,
  from: readonly SchemaFile[],
  to: readonly SchemaFile[],
): Promise<string> {
  const engine = await openEngine(databaseUrl, to);
  const result = await engine.diff({
    from: from.length > 0 ? { tag: "schemaDatamodel", files: [...from] } : { tag: "empty" },
    to: { tag: "schemaDatamodel", files: [...to] },
    script: true,
    exitCode: null,
    filters: NOTHING_ELSEWHERE,
  });
  return result.stdout ?? "";
}

/** Does what `prisma migrate deploy` does; returns the names of the migrations that it found missing and ran. */
export async function deployWithPrisma(
  databaseUrl: string,
  schema: readonly SchemaFile[],
  migrations: { name: string; sql: string }[],
): Promise<string[]> {
  const engine = await openEngine(databaseUrl, schema);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: "prisma/migrations",
      lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
      shadowDbInitScript: "",
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
      })),
    },
    filters: NOTHING_ELSEWHERE,
  });
  return appliedMigrationNames;
}

async function openEngine(
  databaseUrl: string,
  schema: readonly SchemaFile[],
): Promise<bindings.SchemaEngine> {
  loaded ??= loadEngine();
  await loaded;
  return bindings.SchemaEngine.new(
    { datamodels: schema.map(({ path, content }) => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl })),
  );
}

let loaded: Promise<void> | undefined;

/** Prisma's engine as WebAssembly: its usual binary is downloaded from a host that many networks do not reach. */
async function loadEngine(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const code = await WebAssembly.compile(readFileSync(join(folder, "schema_engine_bg.wasm")));
  const { exports } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === "function") exports.__wbindgen_start();
}
