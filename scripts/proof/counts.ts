import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

/**
 * How many tests passed and failed, and for each failed one its name and the first lines of its error. A tool that fails
 * without a failed test counts as one failure.
 */
export type Counts = { passed: number; failed: number; failures: string[] };

const UnitReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    testResults: z.array(
      z.object({
        name: z.string(),
        status: z.string(),
        message: z.string().default(""),
        assertionResults: z.array(
          z.object({
            status: z.string(),
            fullName: z.string(),
            failureMessages: z.array(z.string()).default([]),
          }),
        ),
      }),
    ),
  })
  .transform(({ numPassedTests, numFailedTests, testResults }) => {
    // A file that cannot even be loaded has no tests that could fail.
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    const failed = testResults.flatMap((file) =>
      file.assertionResults
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) => tell(`${file.name}: ${fullName}`, failureMessages)),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests + unloaded.length,
      failures: [...unloaded.map(({ name, message }) => tell(name, [message])), ...failed],
    };
  });

const Story = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(
        z.object({ errors: z.array(z.object({ message: z.string().default("") })).default([]) }),
      ),
    }),
  ),
});
const Suite = z.object({
  specs: z.array(Story).default([]),
  get suites(): z.ZodOptional<z.ZodArray<typeof Suite>> {
    return z.array(Suite).optional();
  },
});

const BrowserReport = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
    suites: z.array(Suite).default([]),
  })
  .transform(({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    failures: storiesOf(suites)
      .filter(({ ok }) => !ok)
      .map(({ title, file, line, tests }) =>
        tell(
          `e2e/${file}:${line}: ${title}`,
          tests.flatMap(({ results }) =>
            results.flatMap(({ errors }) => errors.map(({ message }) => message)),
          ),
        ),
      ),
  }));

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
    : { passed: 0, failed: 0, failures: [] };
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function storiesOf(suites: z.infer<typeof Suite>[]): z.infer<typeof Story>[] {
  return suites.flatMap(({ specs, suites: inner }) => [...specs, ...storiesOf(inner ?? [])]);
}

const LINES = 8;

function tell(name: string, messages: readonly string[]): string {
  const text = stripVTControlCharacters(messages.join("\n"));
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return [name, ...lines.slice(0, LINES).map((line) => `    ${line.trim()}`)].join("\n");
}
