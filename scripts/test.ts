import type { Counts } from "./proof/counts";
import { startTool } from "./proof/start-tool";
import { testStories } from "./proof/test-stories";
import { testUnits } from "./proof/test-units";

type Step = { name: string; counts: Counts; seconds: number };

/** Everything, in order; a step that fails does not hide the next. The last line is `N passed, N failed`. */
const steps = [
  await take("types, lint, dead code, rules of the house", check),
  await take("unit, database and contract tests", testUnits),
  await take("stories in a browser", testStories),
];

console.log("");
for (const { name, counts, seconds } of steps) {
  const result = counts.failed > 0 ? "FAILED" : "ok    ";
  console.log(`${result}  ${name} (${Math.round(seconds)} s)`);
}
for (const failure of steps.flatMap(({ counts }) => counts.failures)) console.log(`\n${failure}`);
const passed = steps.reduce((sum, { counts }) => sum + counts.passed, 0);
const failed = steps.reduce((sum, { counts }) => sum + counts.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

async function take(name: string, step: () => Promise<Counts>): Promise<Step> {
  const started = performance.now();
  const counts = await step();
  return { name, counts, seconds: (performance.now() - started) / 1000 };
}

/** The check has no tests to count; failing, it is one failure. */
async function check(): Promise<Counts> {
  const exitCode = await startTool("tsx", ["scripts/check.ts"]);
  return { passed: 0, failed: exitCode === 0 ? 0 : 1, failures: [] };
}
