import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
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

/** Makes DATA_DIR; others may pass through it (the database's user may be another) but not look inside. */
export function makeDataDir(dataDir: string): void {
  try {
    if (!existsSync(dataDir)) {
      mkdirSync(dataDir, { recursive: true });
      chmodSync(dataDir, 0o711);
    }
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Error(
      `We may not write to the data folder ${dataDir}. Set DATA_DIR to another one, or start as the user it belongs to.`,
      { cause },
    );
  }
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

function recordFile(dataDir: string): string {
  return join(dataDir, "postgres.json");
}
