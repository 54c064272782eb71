import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What `next build` reads. Tests are left out: they change nothing that is served. */
const SOURCES = ["app", "components", "lib", "public"];
const SINGLE_SOURCES = [
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const STAMP = ".next/trunkline-sources";

/** Builds the web pages when they were never built, or from other sources than today's. */
export async function ensureBuild(say: (line: string) => void): Promise<void> {
  if (existsSync(".next/BUILD_ID") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === hashSources())
    return;
  say("Building the pages (only after a change; about half a minute) …");
  await build("pipe");
}

/** Runs `next build` and remembers from which sources. */
export async function build(output: "pipe" | "inherit"): Promise<void> {
  const sources = hashSources();
  await nextBuild(output);
  writeFileSync(STAMP, sources);
}

/** One hash over names and contents: times of files say nothing after a checkout. */
function hashSources(): string {
  const hash = createHash("sha256").update(process.version);
  const files = [...SOURCES.flatMap(listFiles), ...SINGLE_SOURCES.filter((file) => existsSync(file))];
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|^\./.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function nextBuild(output: "pipe" | "inherit"): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      stdio: ["ignore", output, output],
    });
    let words = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (words += chunk));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`The pages could not be built (next build ended with ${code}).\n${words}`.trim()));
    });
  });
}
