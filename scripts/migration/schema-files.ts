import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One Prisma schema file: its path and its text. */
export type SchemaFile = { path: string; content: string };

const SCHEMA = "prisma/schema";
/** The schema as the newest migration leaves it: what the next one starts from. */
const SNAPSHOT = "prisma/migrations/latest.prisma";

/** All files of the schema as it is now. */
export function readSchema(): SchemaFile[] {
  return readdirSync(SCHEMA)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: join(SCHEMA, name), content: readFileSync(join(SCHEMA, name), "utf8") }));
}

/** The schema that the migrations so far make; nothing before the first. */
export function readSnapshot(): SchemaFile[] {
  return existsSync(SNAPSHOT) ? [{ path: SNAPSHOT, content: readFileSync(SNAPSHOT, "utf8") }] : [];
}

/** Remembers that the migrations now make `schema`. */
export function writeSnapshot(schema: readonly SchemaFile[]): void {
  writeFileSync(SNAPSHOT, joinSchema(schema));
}

/** All files as one, the way the snapshot keeps them. */
export function joinSchema(schema: readonly SchemaFile[]): string {
  return `${schema.map(({ content }) => content.trim()).join("\n\n")}\n`;
}
