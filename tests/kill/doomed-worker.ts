import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { testDatabase } from "@/lib/db/testing";

/** Starts a worker process of the real product on the test's database; `settings` are its environment. */
export async function startDoomedWorker(
  silenceMs: number,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const { appUrl, platformUrl } = await testDatabase();
  const worker = fork("tests/kill/doomed-worker.fixture.ts", [appUrl, platformUrl, String(silenceMs)], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, LOG_LEVEL: "fatal", ...settings },
  });
  await once(worker, "message");
  return worker;
}

/** Kills it as the kernel does. */
export async function killWorker(worker: ChildProcess): Promise<void> {
  worker.kill("SIGKILL");
  await once(worker, "exit");
}
