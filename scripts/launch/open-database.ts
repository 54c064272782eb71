import { closeDatabase, installDatabase } from "@/lib/db";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { ensureDemoWorld } from "@/lib/demo";
import { env } from "@/lib/env";
import type { Lifetime } from "@/lib/process";
import { installWiring } from "@/lib/wiring/install-wiring";

/** Starts or reaches the database, brings it up to date, installs it for `withTenant` and makes the demo world at the first start. */
export async function openDatabase(lifetime: Lifetime): Promise<void> {
  const urls = await migrate(env.databaseUrl ?? (await startOwnDatabase(lifetime)));
  installDatabase(urls);
  lifetime.onStop("The connections to the database", closeDatabase);
  installWiring();
  if (env.demoMode) await ensureDemoWorld();
}

async function startOwnDatabase(lifetime: Lifetime): Promise<string> {
  const own = await startEmbedded({ dataDir: env.dataDir });
  lifetime.onStop("The database", own.stop);
  return own.ownerUrl;
}
