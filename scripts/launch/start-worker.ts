import { warmUpCarriers } from "@/lib/carriers";
import { log } from "@/lib/http";
import { startRunner } from "@/lib/jobs";
import { addHealthCheck, type Lifetime } from "@/lib/process";

/** Works jobs in this process until it stops; what runs then is finished or given back. */
export async function startWorker(lifetime: Lifetime): Promise<void> {
  const runner = await startRunner({
    report: ({ sentence, error, ...facts }) => log.error({ ...facts, err: error }, sentence),
  });
  warmUpCarriers().catch((error: unknown) =>
    log.warn({ err: error }, "a carrier's client could not be loaded ahead"),
  );
  let isRunning = true;
  lifetime.onStop("The worker", () => {
    isRunning = false;
    return runner.stop();
  });
  addHealthCheck("worker", async () => {
    if (!isRunning) throw new Error("stopping");
  });
}
