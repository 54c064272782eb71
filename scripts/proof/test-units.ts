import { rmSync } from "node:fs";
import { type Counts, countUnitTests } from "./counts";
import { startTool } from "./start-tool";

const REPORT = "test-results/unit.json";

/** Unit, database and contract tests. `parameters` go to vitest. */
export async function testUnits(parameters: readonly string[] = []): Promise<Counts> {
  rmSync(REPORT, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const exitCode = await startTool("vitest", ["run", ...reporters, ...parameters]);
  return countUnitTests(REPORT, exitCode);
}
