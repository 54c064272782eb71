import { env } from "@/lib/env";
import type { Lifetime } from "@/lib/process";
import { preparePages } from "@/server";
import { checkStart } from "./check-start";
import { openDatabase } from "./open-database";
import { startWeb } from "./start-web";
import { startWorker } from "./start-worker";

/** One web process of several; it works jobs as well unless WORKER is off. */
export async function startWebAlone(lifetime: Lifetime): Promise<void> {
  for (const warning of env.warnings) console.warn(warning);
  await checkStart({ web: true });
  const [pages] = await Promise.all([preparePages(false), openDatabase(lifetime)]);
  if (env.worker) await startWorker(lifetime);
  await startWeb(lifetime, pages);
  console.log(`The web process is ready at ${env.publicUrl}`);
}
