import { notifySoon } from "@/lib/db";
import type { Turns } from "./turn";

/** The runner of this process, as far as whoever enqueues may touch it. */
export type LocalRunner = {
  /** Workers that have nothing to do. */
  idle(): number;
  /** Makes that many workers look for jobs at once. */
  nudge(count: number): void;
};

const home: typeof globalThis & { trunklineRunner?: LocalRunner; trunklineTurns?: Turns } = globalThis;

/** Says which runner works in this process; undefined when it stops. */
export function setLocalRunner(runner: LocalRunner | undefined): void {
  home.trunklineRunner = runner;
}

/** The virtual clocks of this process. */
export function sharedTurns(): Turns {
  home.trunklineTurns ??= new Map();
  return home.trunklineTurns;
}

/** Wakes a worker for one new job: an idle one of this process, else those of all processes. Call it after the commit. */
export function pokeWorkers(): void {
  const local = home.trunklineRunner;
  if (local && local.idle() > 0) local.nudge(1);
  else notifySoon("jobs:insert", "", packCount);
}

/** What graphile-worker listens for. */
function packCount(notes: readonly string[]): string[] {
  return [JSON.stringify({ count: notes.length })];
}
