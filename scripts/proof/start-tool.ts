import { spawn } from "node:child_process";

/** Runs a program of `node_modules/.bin` in the foreground; returns its exit code, 1 when a signal ended it. */
export function startTool(program: string, parameters: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(`node_modules/.bin/${program}`, parameters, {
      stdio: ["ignore", "inherit", "inherit"],
    });
    // Ctrl-C and npm's SIGTERM reach us; the tool cleans up after itself, and we wait for it.
    const forward = (signal: NodeJS.Signals) => void child.kill(signal);
    process.on("SIGTERM", forward).on("SIGINT", forward);
    child.once("error", reject);
    child.once("exit", (code) => {
      process.off("SIGTERM", forward).off("SIGINT", forward);
      resolve(code ?? 1);
    });
  });
}
