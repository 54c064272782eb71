import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

/** How Playwright starts a browser: nothing to say when its own is installed. */
export type Browser = { name: string; executablePath?: string; env?: Record<string, string> };

const SYSTEM_NAMES = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
];

/** The first browser that really starts: CHROMIUM_PATH, Playwright's own, the system's, the one inside an npm package. */
export function findBrowser(): Browser {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (starts(chosen)) return { name: "CHROMIUM_PATH", executablePath: chosen };
    throw new Error(`CHROMIUM_PATH is ${chosen}, which does not start. Correct it, or unset it.`);
  }
  if (starts(chromium.executablePath())) return { name: "Playwright's Chromium" };
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const found = SYSTEM_NAMES.map((name) => join(folder, name)).find((path) => starts(path));
    if (found) return { name: "the system's browser", executablePath: found };
  }
  return unpackedChromium();
}

function starts(path: string, libraries: Record<string, string> = {}): boolean {
  const env = { ...process.env, ...libraries };
  return existsSync(path) && spawnSync(path, ["--version"], { env, timeout: 20_000 }).status === 0;
}

/** Unpacked once per checkout; renamed into place whole, so that an interrupted unpacking is not taken for a browser. */
function unpackedChromium(): Browser {
  const archive = join(
    dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))),
    "../bin/chromium.br",
  );
  const place = resolve("node_modules/.cache/trunkline-browser", String(statSync(archive).size));
  if (!existsSync(place)) {
    const unfinished = `${place}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    execFileSync(process.execPath, [join(import.meta.dirname, "unpack-chromium.ts")], {
      env: { ...process.env, TMPDIR: unfinished },
      stdio: "inherit",
    });
    if (existsSync(place)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, place);
  }
  const executablePath = join(place, "chromium");
  if (starts(executablePath)) return { name: "Chromium from npm", executablePath };
  return { name: "Chromium from npm", executablePath, env: ownLibraries(place) };
}

/** A bare system lacks libnss3 and friends; the package brings those of Amazon Linux, and fonts. */
function ownLibraries(place: string): Record<string, string> {
  const env = {
    LD_LIBRARY_PATH: [join(place, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? join(place, "fonts"),
  };
  if (starts(join(place, "chromium"), env)) return { ...inheritedEnvironment(), ...env };
  throw new Error(
    `No browser starts on this machine. Install one (\`npx playwright install --with-deps chromium\`), or set CHROMIUM_PATH.`,
  );
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
