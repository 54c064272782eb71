import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { PROGRAMS } from "@/scripts/build/freshness";
import { choosePlace, e2eSettings, type Place } from "@/scripts/proof/e2e-place";

/** A product that only one story uses, so that it may be broken there: database, simulator and web, and a worker that can die. */
export type OwnProduct = {
  place: Place;
  /** Starts a worker process of its own; `settings` are added to its environment. */
  startWorker(settings?: Record<string, string>): Promise<ChildProcess>;
  stop(): Promise<void>;
};

/** Starts a product beside the one that all stories share. It works no jobs until a worker is started. */
export async function startOwnProduct(): Promise<OwnProduct> {
  const place = choosePlace();
  const settings = { ...e2eSettings(place), WORKER: "off" };
  const children: ChildProcess[] = [];
  const begin = async (program: string, isReady: RegExp, more: Record<string, string> = {}) => {
    const child = startProgram(program, { ...settings, ...more });
    children.push(child);
    await said(child, isReady);
    return child;
  };
  await begin("product", /Trunkline is ready/);
  return {
    place,
    startWorker: (more) => begin("worker", /The worker is ready/, more),
    stop: async () => {
      // The product last: its database goes with it.
      for (const child of children.reverse()) await end(child);
      rmSync(place.dataDir, { recursive: true, force: true });
    },
  };
}

/** Kills a process as the kernel does. */
export async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** What is built, as it is: `npm start` would build anew while other stories use it, if somebody edits meanwhile. */
function startProgram(program: string, settings: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [join(PROGRAMS, `${program}.mjs`)], {
    env: { ...process.env, ...settings, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const orphan = () => child.kill("SIGTERM");
  process.once("exit", orphan);
  child.once("exit", () => process.off("exit", orphan));
  return child;
}

/** Waits for the line with which a program says that it is there. */
function said(child: ChildProcess, line: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.once("exit", (code) => reject(new Error(`It ended with ${code} before it was ready: ${text}`)));
    child.stdout?.on("data", (piece) => {
      text += String(piece);
      if (line.test(text)) resolve();
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
