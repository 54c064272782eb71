import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, installDatabase } from "@/lib/db";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { installWiring } from "@/lib/wiring/install-wiring";
import type { World } from "./bar";

/** A database of its own, set up as the product's, in a folder that goes with it. */
export async function openWorld(): Promise<{ world: World; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "trunkline-bench-"));
  const embedded = await startEmbedded({ dataDir: folder });
  const world = await migrate(embedded.ownerUrl);
  installDatabase(world);
  installWiring(); // for the verbs that seed
  return {
    world,
    close: async () => {
      await closeDatabase();
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
