import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbedded } from "./embedded";
import { canEnter, canRead } from "./embedded-account";
import { readRecord } from "./embedded-record";
import { runningServer } from "./embedded-server";

let dataDir: string;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "embedded test "));
  chmodSync(folder, 0o711);
  dataDir = join(folder, "with space");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a stopped database starts again with what it held, on the same port", async () => {
  const first = await startEmbedded({ dataDir });
  await query(first.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS n");
  await first.stop();
  expect(runningServer(join(dataDir, "postgresql"))).toBeUndefined();
  const second = await startEmbedded({ dataDir });
  expect(await query(second.ownerUrl, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
  expect(second.port).toBe(first.port);
  await second.stop();
});

test("a second start in the same folder joins the first, even at the same moment, and does not stop it", async () => {
  const both = await Promise.all([startEmbedded({ dataDir }), startEmbedded({ dataDir })]);
  expect(both[0].ownerUrl).toBe(both[1].ownerUrl);
  expect(both.map((one) => one.startedHere).sort()).toEqual([false, true]);
  const [joined, owner] = both[0].startedHere ? [both[1], both[0]] : both;
  await joined.stop();
  expect(await query(owner.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await owner.stop();
});

test("a process id left over by kill -9 that meanwhile belongs to another program does not stop the start", async () => {
  const first = await startEmbedded({ dataDir });
  await first.stop();
  const lines = ["pid", dataDir, "1700000000", String(first.port), "", "127.0.0.1", "1 1", "ready"];
  const file = join(dataDir, "postgresql", "postmaster.pid");
  writeFileSync(file, lines.join("\n").replace("pid", String(process.pid)));
  const second = await startEmbedded({ dataDir });
  expect(second.startedHere).toBe(true);
  await second.stop();
});

test("kill -9 of the program that started it stops the database", async () => {
  const program = `import { startEmbedded } from "@/lib/db/embedded";
    await startEmbedded({ dataDir: process.argv[1] });
    console.log("started");
    setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program, dataDir]);
  await new Promise((resolve) => parent.stdout.once("data", resolve));
  const server = runningServer(join(dataDir, "postgresql"));
  expect(server).toBeGreaterThan(1);
  parent.kill("SIGKILL");
  for (let waited = 0; waited < 10_000 && runningServer(join(dataDir, "postgresql")); waited += 20)
    await delay(20);
  expect(runningServer(join(dataDir, "postgresql"))).toBeUndefined();
});

test("a first start that was interrupted leaves nothing that hinders the next", async () => {
  mkdirSync(join(dataDir, "postgresql.unfinished", "files"), { recursive: true });
  chmodSync(dataDir, 0o711);
  writeFileSync(join(dataDir, "postgres.lock"), "999999999");
  const started = await startEmbedded({ dataDir, durable: false });
  expect(await query(started.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await started.stop();
});

test("a database without its password file, or a password file without its database, is one sentence", async () => {
  await (await startEmbedded({ dataDir })).stop();
  const record = readFileSync(join(dataDir, "postgres.json"), "utf8");
  rmSync(join(dataDir, "postgres.json"));
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    /its password file .* is missing\. Restore that file/,
  );
  writeFileSync(join(dataDir, "postgres.json"), record);
  rmSync(join(dataDir, "postgresql"), { recursive: true });
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/which is gone\. Restore it, or delete/);
  writeFileSync(join(dataDir, "postgres.json"), "{");
  expect(() => readRecord(dataDir)).toThrow(/postgres\.json is damaged/);
});

test("another user enters a folder only where every folder above lets them", () => {
  const stranger = { uid: 54_321, gid: 54_321 };
  const closed = join(folder, "closed");
  mkdirSync(join(closed, "inside"), { recursive: true });
  writeFileSync(join(folder, "file"), "", { mode: 0o644 });
  chmodSync(closed, 0o700);
  expect(canEnter(folder, stranger)).toBe(true);
  expect(canRead(join(folder, "file"), stranger)).toBe(true);
  expect(canEnter(join(closed, "inside"), stranger)).toBe(false);
  expect(canEnter(join(folder, "missing"), stranger)).toBe(false);
  expect(canEnter(join(closed, "inside"), undefined)).toBe(true);
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
