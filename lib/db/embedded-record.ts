import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";

/**
 * What DATA_DIR knows about its database. `data` is relative when the files lie inside DATA_DIR, so that the folder can
 * be moved; `starter` is the process that stops the server.
 */
const ClusterRecord = z.object({
  data: z.string(),
  port: z.number(),
  password: z.string(),
  starter: z.number(),
});
export type ClusterRecord = z.infer<typeof ClusterRecord>;

const LOCK_ATTEMPTS = 900;
const LOCK_PAUSE_MS = 100;

/** Makes DATA_DIR; others may pass through it (the database's user may be another) but not look inside. */
export function makeDataDir(dataDir: string): void {
  if (existsSync(dataDir)) return;
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o711);
}

/** Reads the record of `dataDir`; undefined when no database was ever made there. */
export function readRecord(dataDir: string): ClusterRecord | undefined {
  const file = recordFile(dataDir);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  try {
    return ClusterRecord.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${file} is damaged. Restore it, or delete ${dataDir} to begin with an empty database.`, {
      cause,
    });
  }
}

/** Replaces the record whole; it holds a password, so only we may read it. */
export function writeRecord(dataDir: string, record: ClusterRecord): void {
  const unfinished = `${recordFile(dataDir)}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, recordFile(dataDir));
}

/** Lets one process at a time start the database of `dataDir`; the lock of a process that died is taken over. */
export async function whileAlone<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dataDir, "postgres.lock");
  for (let attempt = 1; !takeLock(lock); attempt++) {
    const holder = lockHolder(lock);
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    else if (attempt === LOCK_ATTEMPTS) {
      throw new Error(
        `Process ${holder} has been starting the database in ${dataDir} for too long. End it, then try again.`,
      );
    } else await delay(LOCK_PAUSE_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function recordFile(dataDir: string): string {
  return join(dataDir, "postgres.json");
}

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function lockHolder(lock: string): number {
  try {
    return Number(readFileSync(lock, "utf8"));
  } catch {
    return 0;
  }
}
