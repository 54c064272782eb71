import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Sources } from "./source-file";

const roots = ["app", "components", "lib", "simulator", "scripts", "bench", "e2e", "tests"];
const skipped = new Set(["node_modules", "generated", ".next", ".data"]);

/** Reads every TypeScript file of the project from the disk, generated ones left out. */
export function readSources(project: string): Sources {
  const paths = [...roots.flatMap((root) => listFiles(project, root)), ...listHere(project)];
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(project, path), "utf8")]));
}

function listFiles(project: string, folder: string): string[] {
  return entriesOf(join(project, folder)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFiles(project, path);
    return isTypeScript(entry.name) ? [path] : [];
  });
}

function listHere(project: string): string[] {
  const files = entriesOf(project).filter((entry) => entry.isFile() && isTypeScript(entry.name));
  return files.map((entry) => entry.name).filter((name) => name !== "next-env.d.ts");
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function isTypeScript(name: string): boolean {
  return /\.tsx?$/.test(name);
}
