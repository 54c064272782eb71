import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Account } from "./embedded-account";

/** Where one PostgreSQL server lives and who runs it. `programs` holds bin/, lib/ and share/. */
export type Cluster = { programs: string; data: string; account: Account; log: string };

/** A running server that we are the parent of. */
export type Server = { port: number; process: ChildProcess };

/**
 * The server's parent: a shell of a few hundred kilobytes that stops it as soon as our end of the pipe closes, so that even
 * `kill -9` on us leaves no orphan. SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for the last client.
 */
const KEEPER = `exec 3<&0
"$@" & server=$!
{ read -r _ <&3; kill -INT $server; } 2>/dev/null & watcher=$!
wait $server; code=$?
kill $watcher 2>/dev/null
exit $code`;

const START_ATTEMPTS = 5;
const START_DEADLINE_MS = 60_000;

/** Creates the files of a new database cluster with the superuser `user`. About a second. */
export function initialise(cluster: Cluster, user: string, passwordFile: string): void {
  const complaints: string[] = [];
  // Full-text and trigram search take the kind of a letter from lc_ctype; its name differs between systems.
  for (const ctype of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    const made = spawnSync(
      join(cluster.programs, "bin", "initdb"),
      [
        `--pgdata=${cluster.data}`,
        `--username=${user}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        `--lc-ctype=${ctype}`,
        "--no-sync",
      ],
      { ...cluster.account, cwd: "/", env: ENVIRONMENT, encoding: "utf8" },
    );
    if (made.status === 0) return;
    complaints.push((made.error?.message ?? made.stderr).trim());
  }
  throw new Error(`PostgreSQL could not create its files in ${cluster.data}: ${complaints[0]}`);
}

/** Starts the server on 127.0.0.1, on `preferredPort` when that is free, and waits until it accepts connections. */
export async function launch(cluster: Cluster, preferredPort: number, settings: string[]): Promise<Server> {
  forgetDeadServer(cluster.data);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(attempt === 1 ? preferredPort : 0);
    const child = spawnServer(cluster, port, settings);
    if (await becomesReady(cluster, child)) return { port, process: child };
    const words = lastWords(cluster.log);
    if (!/Address already in use|could not bind/.test(words) || attempt === START_ATTEMPTS) {
      throw new Error(`PostgreSQL did not start in ${cluster.data}: ${words} The whole log: ${cluster.log}`);
    }
  }
}

/** Fast shutdown: open transactions are rolled back, data is written, the process is gone when this returns. */
export async function halt(server: Server): Promise<void> {
  if (server.process.exitCode !== null || server.process.signalCode !== null) return;
  const gone = new Promise((resolve) => server.process.once("exit", resolve));
  server.process.ref();
  server.process.stdin?.end();
  await gone;
}

/** The process id in the cluster's postmaster.pid, if that process is alive and a PostgreSQL server. */
export function runningServer(data: string): number | undefined {
  const pid = Number(readLines(join(data, "postmaster.pid"))[0]);
  return pid > 1 && isPostgres(pid) ? pid : undefined;
}

/** A port on 127.0.0.1 that nobody listens on: `preferred` when possible (0 = any). */
export function freePort(preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (preferred ? resolve(freePort(0)) : reject(error)));
    probe.listen({ port: preferred, host: "127.0.0.1" }, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : preferred;
      probe.close(() => resolve(port));
    });
  });
}

/** Nothing of ours is passed on: a stray PGDATA or PGOPTIONS would change the server. */
const ENVIRONMENT: NodeJS.ProcessEnv = { PATH: "/usr/bin:/bin", LC_MESSAGES: "C", NODE_ENV: "production" };

function spawnServer(cluster: Cluster, port: number, settings: string[]): ChildProcess {
  const log = openSync(cluster.log, "w");
  const command = [join(cluster.programs, "bin", "postgres"), "-D", cluster.data, "-p", String(port)];
  const flags = ["listen_addresses=127.0.0.1", "unix_socket_directories=", ...settings].flatMap((s) => [
    "-c",
    s,
  ]);
  // Detached: Ctrl-C reaches the whole foreground group, and the database must outlive the last request.
  const child = spawn("/bin/sh", ["-c", KEEPER, "postgres-keeper", ...command, ...flags], {
    ...cluster.account,
    cwd: "/",
    env: ENVIRONMENT,
    detached: true,
    stdio: ["pipe", log, log],
  });
  closeSync(log);
  // A program that forgets to stop the database may still end: then the pipe closes and the keeper stops it.
  child.unref();
  child.stdin?.on("error", () => undefined);
  return child;
}

async function becomesReady(cluster: Cluster, child: ChildProcess): Promise<boolean> {
  let failed: Error | undefined;
  child.once("error", (error) => {
    failed = error;
  });
  for (const deadline = Date.now() + START_DEADLINE_MS; Date.now() < deadline; await delay(10)) {
    if (failed) throw new Error(`PostgreSQL could not be started: ${failed.message}`);
    if (child.exitCode !== null || child.signalCode !== null) return false;
    if (readLines(join(cluster.data, "postmaster.pid"))[7]?.trim() === "ready") return true;
  }
  child.stdin?.end();
  return false;
}

/** After `kill -9` or a power cut the old process id may belong to any other program, which PostgreSQL would take for itself. */
function forgetDeadServer(data: string): void {
  const file = join(data, "postmaster.pid");
  if (existsSync(file) && runningServer(data) === undefined) rmSync(file, { force: true });
}

function isPostgres(pid: number): boolean {
  const command = readLines(`/proc/${pid}/comm`)[0];
  if (command !== undefined) return command.startsWith("postgres");
  const asked = spawnSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" });
  return asked.status === 0 && asked.stdout.includes("postgres");
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

function lastWords(log: string): string {
  return readLines(log).filter(Boolean).slice(-6).join(" ");
}
