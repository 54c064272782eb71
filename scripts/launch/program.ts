import { resolve } from "node:path";
import { createLifetime, type Lifetime } from "@/lib/process";

/**
 * Runs one of our programs: from the project's folder, stopping cleanly on SIGINT and SIGTERM (a second signal stops at
 * once), and turning a failed start into one sentence and exit code 1.
 * @param begin loads the rest by `import()`, so that wrong settings are caught here too
 */
export async function runProgram(begin: (lifetime: Lifetime) => Promise<unknown>): Promise<void> {
  process.chdir(resolve(import.meta.dirname, "../.."));
  const lifetime = createLifetime();
  stopOnSignals(lifetime);
  try {
    await begin(lifetime);
  } catch (error) {
    console.error(explain(error));
    await lifetime.stop();
    process.exit(1);
  }
}

function stopOnSignals(lifetime: Lifetime): void {
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      void lifetime.stop().then(() => process.exit(0));
    });
  }
}

/** Our own errors are sentences for people; any other is a defect, and its stack is what helps. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isSentence =
    error.constructor === Error || error.name === "SettingsError" || error.name === "AppError";
  return isSentence ? error.message : (error.stack ?? error.message);
}
