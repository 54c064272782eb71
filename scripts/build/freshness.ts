import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Runs before anything is built, so on plain Node: no alias, no package, imports with their extension.

/** What the build reads, except tests: they change nothing that runs. */
const FOLDERS = ["app", "components", "lib", "public", "scripts", "simulator"];
const FILES = [
  ...["next.config.ts", "package-lock.json", "package.json", "postcss.config.mjs", "proxy.ts", "server.ts"],
  ...["instrumentation.ts", "tsconfig.json"],
];
const STAMP = ".next/trunkline-sources";

/** Where the built programs lie: one file per program, and what they share. */
export const PROGRAMS = ".next/programs";

/** Whether everything was built from the sources as they are now, in this folder, for this Node. */
export function isFresh(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === hashSources();
}

/** Remembers from which sources everything was built. */
export function markFresh(sources: string): void {
  writeFileSync(STAMP, sources);
}

/** One hash over names and contents: times of files say nothing after a checkout. */
export function hashSources(): string {
  const hash = createHash("sha256").update(`${process.version} ${process.cwd()}`);
  const files = [...FOLDERS.flatMap(listFiles), ...FILES.filter((file) => existsSync(file))];
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/^\.|\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
