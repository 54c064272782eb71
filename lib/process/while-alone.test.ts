import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { whileAlone } from "./while-alone";

const folder = mkdtempSync(join(tmpdir(), "locks "));
afterAll(() => rmSync(folder, { recursive: true }));

test("work of the same lock never overlaps, and the lock is gone afterwards, after a failure too", async () => {
  const lock = { file: join(folder, "made", "one.lock"), busy: "counting", patienceMs: 10_000 };
  let inside = 0;
  const work = async () => {
    inside += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(inside).toBe(1);
    inside -= 1;
  };
  await Promise.all([whileAlone(lock, work), whileAlone(lock, work), whileAlone(lock, work)]);
  await expect(whileAlone(lock, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(existsSync(lock.file)).toBe(false);
});

test("the lock of a process that died is taken over; that of a living one is waited for, and then named", async () => {
  const file = join(folder, "two.lock");
  writeFileSync(file, "999999999");
  expect(await whileAlone({ file, busy: "building", patienceMs: 1_000 }, async () => "done")).toBe("done");
  writeFileSync(file, String(process.ppid));
  await expect(whileAlone({ file, busy: "building", patienceMs: 200 }, async () => "done")).rejects.toThrow(
    `Process ${process.ppid} has been building for too long. End it, then try again.`,
  );
});
