import { expect, test } from "vitest";
import type { Promised } from "./bar";
import { judge } from "./compete";
import { openLoop, quantile, saturate } from "./measure";

const promise: Promised = { figure: "p50", as: "ratio", be: "at most", reach: 3, stretch: 1.5, unit: "x" };
const rounds = (...ratios: number[]) =>
  ratios.map((ratio) => ({ floor: { p50: 2 }, subject: { p50: 2 * ratio } }));

test.each([
  [[1, 1.2, 1.4, 9, 9], "stretch"],
  [[2, 2, 2, 2, 2], "reached"],
  [[2, 2, 4, 4, 4], "reached"],
  [[2, 4, 4, 4, 4], "missed"],
  [[4, 4, 4, 4, 4], "missed"],
])("ratios %j are %s", (ratios, verdict) => {
  expect(judge(promise, rounds(...ratios)).verdict).toBe(verdict);
});

test("a figure that nobody measured is missed", () => {
  expect(judge({ ...promise, figure: "p42" }, rounds(1, 1, 1, 1, 1)).verdict).toBe("missed");
});

test("the open loop charges a stall to every request that it delayed", async () => {
  let stall: Promise<void> | undefined;
  const latencies = await openLoop({
    perSecond: 100,
    seconds: 0.3,
    send: (index) => {
      if (index === 10) stall = new Promise((resolve) => setTimeout(resolve, 100));
      return stall ?? Promise.resolve();
    },
  });
  expect(latencies).toHaveLength(30);
  expect(quantile(latencies, 0.8)).toBeGreaterThan(20);
});

test("saturating counts answers per second", async () => {
  const perSecond = await saturate({
    ...{ connections: 4, seconds: 0.2 },
    send: () => new Promise((resolve) => setTimeout(resolve, 10)),
  });
  expect(perSecond).toBeGreaterThan(100);
  expect(perSecond).toBeLessThan(450);
});
