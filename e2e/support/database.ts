import { installDatabase } from "@/lib/db";
import { startEmbedded } from "@/lib/db/embedded";
import { roleUrls } from "@/lib/db/roles";
import { installWiring } from "@/lib/wiring/install-wiring";
import { e2ePlace } from "@/scripts/proof/e2e-place";

let opened: Promise<void> | undefined;

/** Opens the database of the product under test in this test worker, so that verbs can be called. Calling it again is free. */
export function openProductDatabase(): Promise<void> {
  opened ??= join();
  return opened;
}

async function join(): Promise<void> {
  const { ownerUrl } = await startEmbedded({ dataDir: e2ePlace().dataDir });
  installDatabase({ ...roleUrls(ownerUrl), poolSize: 4 });
  installWiring();
}
