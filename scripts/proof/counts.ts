import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** How many tests passed and failed. A tool that fails without a failed test counts as one failure. */
export type Counts = { passed: number; failed: number };

const UnitReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
  })
  .transform(({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    // A file that cannot even be loaded has no tests that could fail.
    failed:
      numFailedTests +
      testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length,
  }));

const BrowserReport = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
  .transform(({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }));

/** Counts out of vitest's JSON report. */
export function countUnitTests(file: string, exitCode: number): Counts {
  return count(UnitReport, file, exitCode);
}

/** Counts out of Playwright's JSON report. */
export function countBrowserTests(file: string, exitCode: number): Counts {
  return count(BrowserReport, file, exitCode);
}

function count(report: z.ZodType<Counts>, file: string, exitCode: number): Counts {
  const counts = existsSync(file)
    ? report.parse(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 0 };
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
