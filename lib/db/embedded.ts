import { randomBytes } from "node:crypto";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { isAlive, whileAlone } from "@/lib/process";
import { chooseAccount } from "./embedded-account";
import { makePrivate, placeData, placePrograms } from "./embedded-home";
import { type ClusterRecord, makeDataDir, readRecord, writeRecord } from "./embedded-record";
import { type Cluster, halt, initialise, launch, runningServer } from "./embedded-server";

/** A PostgreSQL for as long as we run. `stop` leaves a server alone that another living process of ours started. */
export type EmbeddedDatabase = {
  ownerUrl: string;
  port: number;
  startedHere: boolean;
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** DATA_DIR; postgres.json in it says where the files really are. */
  dataDir: string;
  /** False for databases of tests: nothing waits for the disk, and `stop` deletes the files. */
  durable?: boolean;
};

const USER = "trunkline_owner";
const DATABASE = "trunkline";
const COMMON = ["timezone=UTC", "log_timezone=UTC", "wal_level=minimal", "max_wal_senders=0", "jit=off"];
const DURABLE = [...COMMON, "max_connections=100"];
const DISPOSABLE = [
  ...COMMON,
  "max_connections=200",
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_wal_size=4GB",
  "checkpoint_timeout=1d",
];

/** Starts the embedded PostgreSQL of `dataDir`, or joins the one that already runs there. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir);
  makeDataDir(dataDir);
  const file = join(dataDir, "postgres.lock");
  return whileAlone({ file, busy: `starting the database in ${dataDir}`, patienceMs: 90_000 }, async () => {
    const record = readRecord(dataDir);
    const running = record && runningServer(dataFolder(dataDir, record));
    if (record && running) return joinRunning(dataDir, record, running);
    return startOwn(dataDir, record, options.durable ?? true);
  });
}

async function startOwn(
  dataDir: string,
  known: ClusterRecord | undefined,
  durable: boolean,
): Promise<EmbeddedDatabase> {
  const account = await chooseAccount(known ? dataFolder(dataDir, known) : join(dataDir, "postgresql"));
  const programs = placePrograms(account);
  const log = join(dataDir, "postgres.log");
  const record = known ?? createCluster(dataDir, { programs, account, log });
  const cluster = { programs, account, log, data: dataFolder(dataDir, record) };
  if (!existsSync(cluster.data)) {
    throw new Error(
      `The database of ${dataDir} was in ${cluster.data}, which is gone. Restore it, or delete ${dataDir} to begin with an empty one.`,
    );
  }
  const server = await launch(cluster, record.port, durable ? DURABLE : DISPOSABLE);
  const current = { ...record, port: server.port, starter: process.pid };
  writeRecord(dataDir, current);
  await createDatabase(current);
  const stop = async () => {
    await halt(server);
    if (!durable) rmSync(cluster.data, { recursive: true, force: true });
  };
  return { ownerUrl: ownerUrl(current), port: server.port, startedHere: true, stop };
}

async function joinRunning(dataDir: string, record: ClusterRecord, pid: number): Promise<EmbeddedDatabase> {
  try {
    await createDatabase(record);
  } catch (cause) {
    throw new Error(
      `PostgreSQL (process ${pid}) already runs on ${dataFolder(dataDir, record)} and does not let us in. End it with \`kill -INT ${pid}\`, then try again.`,
      { cause },
    );
  }
  const orphaned = !isAlive(record.starter);
  if (orphaned) writeRecord(dataDir, { ...record, starter: process.pid });
  const stop = () => (orphaned ? stopOrphan(pid) : Promise.resolve());
  return { ownerUrl: ownerUrl(record), port: record.port, startedHere: orphaned, stop };
}

/** Prepared under another name: a start that was interrupted leaves nothing that looks like a database. */
function createCluster(dataDir: string, parts: Omit<Cluster, "data">): ClusterRecord {
  const data = placeData(dataDir, parts.account);
  if (existsSync(data)) {
    throw new Error(
      `${data} exists, but its password file ${join(dataDir, "postgres.json")} is missing. Restore that file, or delete ${dataDir} to begin with an empty database.`,
    );
  }
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  makePrivate(unfinished, parts.account);
  const password = randomBytes(24).toString("base64url");
  // Inside a folder that only PostgreSQL's user may enter; initdb wants its own folder empty, so one level down.
  const passwordFile = join(unfinished, "password");
  writeFileSync(passwordFile, password, { mode: 0o644 });
  makePrivate(join(unfinished, "files"), parts.account);
  initialise({ ...parts, data: join(unfinished, "files") }, USER, passwordFile);
  const inside = data.startsWith(dataDir) ? "postgresql" : data;
  const record = { data: inside, port: 0, password, starter: process.pid };
  writeRecord(dataDir, record);
  renameSync(join(unfinished, "files"), data);
  rmSync(unfinished, { recursive: true, force: true });
  return record;
}

function dataFolder(dataDir: string, record: ClusterRecord): string {
  return isAbsolute(record.data) ? record.data : join(dataDir, record.data);
}

function ownerUrl(record: ClusterRecord, database = DATABASE): string {
  return `postgresql://${USER}:${record.password}@127.0.0.1:${record.port}/${database}`;
}

async function createDatabase(record: ClusterRecord): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl(record, "postgres") });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function stopOrphan(pid: number): Promise<void> {
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid) && waited < 30_000; waited += 50) await delay(50);
}
