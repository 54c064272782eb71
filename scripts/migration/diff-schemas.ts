import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { SchemaFile } from "./schema-files";

/**
 * The SQL that turns a database of schema `from` into one of schema `to`.
 * @param databaseUrl any PostgreSQL: the engine asks it for its version and nothing else
 */
export async function diffSchemas(
  databaseUrl: string,
  from: readonly SchemaFile[],
  to: readonly SchemaFile[],
): Promise<string> {
  await loadEngine();
  const factory = new PrismaPg({ connectionString: databaseUrl });
  const engine = await bindings.SchemaEngine.new(
    { datamodels: to.map(({ path, content }) => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  const result = await engine.diff({
    from: from.length > 0 ? { tag: "schemaDatamodel", files: [...from] } : { tag: "empty" },
    to: { tag: "schemaDatamodel", files: [...to] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return result.stdout ?? "";
}

/** Prisma's engine as WebAssembly: its usual binary is downloaded from a host that many networks do not reach. */
async function loadEngine(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const code = await WebAssembly.compile(readFileSync(join(folder, "schema_engine_bg.wasm")));
  const { exports } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === "function") exports.__wbindgen_start();
}
