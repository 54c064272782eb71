import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** What a lock file guards. `busy` says what its holder is doing: "starting the database in …". */
export type Lock = { file: string; busy: string; patienceMs: number };

const PAUSE_MS = 100;

/** Lets one process at a time do `work`; the lock of a process that died is taken over. */
export async function whileAlone<T>({ file, busy, patienceMs }: Lock, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  for (const deadline = Date.now() + patienceMs; !takeLock(file); ) {
    const holder = readHolder(file);
    if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true });
    else if (Date.now() < deadline) await delay(PAUSE_MS);
    else throw new Error(`Process ${holder} has been ${busy} for too long. End it, then try again.`);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

function takeLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

function readHolder(file: string): number {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
