import { unsafeHasDemoWorld } from "@/lib/demo";
import { env } from "@/lib/env";
import type { Lifetime } from "@/lib/process";
import { preparePages } from "@/server";
import { checkStart } from "./check-start";
import { openDatabase } from "./open-database";
import { startSimulator } from "./start-simulator";
import { startWeb } from "./start-web";
import { startWorker } from "./start-worker";

/** Everything on one machine: database, migrations, demo world, simulator, worker, web. Prints one line when it is ready. */
export async function startProduct(lifetime: Lifetime, { reload = false } = {}): Promise<void> {
  for (const warning of env.warnings) console.warn(warning);
  await checkStart({ web: true, simulator: true });
  const [pages] = await Promise.all([
    preparePages(reload),
    openDatabase(lifetime),
    env.simulatorMode ? startSimulator(lifetime) : undefined,
  ]);
  // Started before the web and stopped after it: a request that is still answered may enqueue a job.
  if (env.worker) await startWorker(lifetime);
  await startWeb(lifetime, pages);
  console.log(readyLine(await unsafeHasDemoWorld()));
}

function readyLine(hasDemo: boolean): string {
  const parts = [`Trunkline is ready at ${env.publicUrl}`];
  if (hasDemo) {
    parts.push(
      "sign in as owner@demo.test, agent@demo.test, owner@pragati.test or admin@trunkline.test with the password trunkline-demo",
    );
  }
  if (env.simulatorMode) parts.push(`handset page: http://localhost:${env.simulatorPort}`);
  return parts.join(" · ");
}
