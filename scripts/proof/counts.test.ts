import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { countBrowserTests, countUnitTests } from "./counts";

const folder = mkdtempSync(join(tmpdir(), "counts "));
const file = join(folder, "report.json");
afterAll(() => rmSync(folder, { recursive: true }));

const unit = (numPassedTests: number, numFailedTests: number, files: object[] = []) => ({
  numPassedTests,
  numFailedTests,
  testResults: files,
});
const stories = (expected: number, unexpected: number, flaky: number) => ({
  stats: { expected, unexpected, flaky, skipped: 1 },
});

test.each([
  ["all passed", unit(7, 0), 0, { passed: 7, failed: 0 }],
  ["some failed", unit(7, 2), 1, { passed: 7, failed: 2 }],
  [
    "a file could not be loaded",
    unit(7, 0, [{ name: "a.test.ts", status: "failed", message: "No such module", assertionResults: [] }]),
    1,
    { passed: 7, failed: 1, failures: ["a.test.ts\n    No such module"] },
  ],
  ["an error outside of any test", unit(7, 0), 1, { passed: 7, failed: 1 }],
])("vitest: %s", (_what, report, exitCode, counts) => {
  writeFileSync(file, JSON.stringify(report));
  expect(countUnitTests(file, exitCode)).toEqual({ failures: [], ...counts });
});

test.each([
  ["all passed, one at the second attempt", stories(3, 0, 1), 0, { passed: 4, failed: 0 }],
  ["some failed", stories(3, 2, 0), 1, { passed: 3, failed: 2 }],
  ["the product did not start", stories(0, 0, 0), 1, { passed: 0, failed: 1 }],
])("Playwright: %s", (_what, report, exitCode, counts) => {
  writeFileSync(file, JSON.stringify(report));
  expect(countBrowserTests(file, exitCode)).toEqual({ failures: [], ...counts });
});

test("a tool that died without a report is one failure", () => {
  expect(countUnitTests(join(folder, "missing.json"), 1)).toEqual({ passed: 0, failed: 1, failures: [] });
});

test("what failed is named, with the beginning of why", () => {
  const failure = {
    status: "failed",
    fullName: "adds up",
    failureMessages: ["\u001b[31mexpected 1\u001b[39m", "to be 2"],
  };
  const passed = { status: "passed", fullName: "subtracts", failureMessages: [] };
  writeFileSync(
    file,
    JSON.stringify(
      unit(1, 1, [{ name: "a.test.ts", status: "failed", assertionResults: [failure, passed] }]),
    ),
  );
  expect(countUnitTests(file, 1).failures).toEqual(["a.test.ts: adds up\n    expected 1\n    to be 2"]);

  const story = (title: string, ok: boolean, errors: object[]) => ({
    ...{ title, file: "b.e2e.ts", line: 3, ok },
    tests: [{ results: [{ errors }] }],
  });
  const inner = {
    specs: [story("opens", false, [{ message: "Timed out\n\n  waiting" }]), story("shuts", true, [])],
  };
  writeFileSync(file, JSON.stringify({ ...stories(1, 1, 0), suites: [{ specs: [], suites: [inner] }] }));
  expect(countBrowserTests(file, 1).failures).toEqual(["e2e/b.e2e.ts:3: opens\n    Timed out\n    waiting"]);
});
