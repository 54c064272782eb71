import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isFresh, PROGRAMS } from "./freshness.ts";

/** Starts one of our programs from what was built; builds first when there is nothing or the sources have changed. */
export async function startBuilt(program: "product" | "web" | "worker"): Promise<void> {
  process.chdir(resolve(import.meta.dirname, "../.."));
  if (!isFresh()) await prepare(program);
  await import(pathToFileURL(join(process.cwd(), PROGRAMS, `${program}.mjs`)).href);
}

/** In a process of its own, so that the compiler's memory is gone afterwards. It has said what is wrong when it fails. */
async function prepare(program: string): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/programs/prepare.ts", program], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    process.exit(0);
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  process.off("SIGTERM", stop).off("SIGINT", stop);
  if (code !== 0) process.exit(1);
}
