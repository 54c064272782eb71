import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port";

/** A server started as a person starts it, from what was built. */
export type Site = {
  url: string;
  /** From the start of the program to the first 200 of `path`. */
  startMilliseconds: number;
  /** Resident memory of the program and what it started. */
  megabytes(): number;
  stop(): Promise<void>;
};

type Start = { command: readonly string[]; path?: string; env?: Readonly<Record<string, string>> };

const folder = "bench/bare-next";

/** Builds the bare page unless it is there. */
export async function buildBarePage(): Promise<void> {
  if (existsSync(`${folder}/.next/BUILD_ID`)) return;
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build", folder], {
    ...{ stdio: ["ignore", "ignore", "inherit"], env: ownEnvironment({}) },
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`The bare page could not be built (next build ended with ${code}).`);
}

/** The bare page, by `next start`. */
export async function startBarePage(): Promise<Site> {
  const port = String(await freePort());
  const command = ["node_modules/next/dist/bin/next", "start", folder, "-p", port, "-H", "127.0.0.1"];
  return startSite({ command, path: "/" }, port);
}

/** One of the product's own programs; without `path` it listens nowhere and is ready when it says so. */
export async function startProduct(
  program: "web" | "worker",
  env: Readonly<Record<string, string>>,
): Promise<Site> {
  const port = String(await freePort());
  const path = program === "web" ? { path: "/sign-in" } : {};
  return startSite(
    { command: [`.next/programs/${program}.mjs`], ...path, env: { ...env, PORT: port } },
    port,
  );
}

async function startSite({ command, path, env = {} }: Start, port: string): Promise<Site> {
  const begun = performance.now();
  const child = spawn(process.execPath, command, {
    ...{ stdio: ["ignore", "pipe", "inherit"], env: ownEnvironment(env) },
  });
  process.once("exit", () => child.kill());
  const url = `http://127.0.0.1:${port}`;
  const gone = once(child, "exit").then(([code]) =>
    Promise.reject(new Error(`${command.join(" ")} ended with ${code}`)),
  );
  const ready = path ? untilAnswered(url + path) : once(child.stdout, "data");
  await Promise.race([ready, gone]);
  gone.catch(() => {});
  child.stdout.resume();
  return {
    url,
    startMilliseconds: performance.now() - begun,
    megabytes: () => residentMegabytes(child.pid ?? 0),
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function ownEnvironment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...more };
}

async function untilAnswered(url: string): Promise<void> {
  for (const end = performance.now() + 120_000; performance.now() < end; ) {
    if ((await statusOf(url)) === 200) return;
    await sleep(5);
  }
  throw new Error(`${url} did not answer with 200.`);
}

function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    }).on("error", () => resolve(undefined));
  });
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  const own = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1000;
  return children.reduce((sum, child) => sum + residentMegabytes(Number(child)), own);
}
