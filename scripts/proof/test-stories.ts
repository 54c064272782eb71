import { rmSync } from "node:fs";
import { buildOnce } from "../build/build-once";
import { type Counts, countBrowserTests } from "./counts";
import { e2ePlace } from "./e2e-place";
import { startTool } from "./start-tool";

const REPORT = "test-results/e2e.json";

/** The stories in a real browser against the real product. `parameters` go to Playwright. */
export async function testStories(parameters: readonly string[] = []): Promise<Counts> {
  rmSync(REPORT, { force: true });
  // Chosen here, so that Playwright and its workers inherit it, and removed here, after the product has stopped.
  const { dataDir } = e2ePlace();
  if (!(await isBuilt())) return { passed: 0, failed: 1, failures: ["The product could not be built"] };
  try {
    const exitCode = await startTool("playwright", ["test", "--pass-with-no-tests", ...parameters]);
    return countBrowserTests(REPORT, exitCode);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Before Playwright, which would wait only so long for the product, however slow the machine builds. */
async function isBuilt(): Promise<boolean> {
  try {
    await buildOnce();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}
