import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";

/** Starts one PostgreSQL for the whole run, beside the first tests, and removes it without a trace. */
export default function startTestCluster({ provide }: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "trunkline-tests-"));
  // For root, PostgreSQL runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  provide("testClusterFolder", folder);
  const cluster = prepareTemplate(folder).catch((reason: unknown) => {
    announce(folder, "failed", String(reason));
    return undefined;
  });
  return async () => {
    await (await cluster)?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function prepareTemplate(folder: string) {
  const cluster = await startEmbedded({ dataDir: join(folder, "cluster"), durable: false });
  try {
    await migrate(cluster.ownerUrl);
    announce(folder, "ready", cluster.ownerUrl);
    return cluster;
  } catch (reason) {
    await cluster.stop();
    throw reason;
  }
}

/** Renamed into place, so that no worker reads half of it. */
function announce(folder: string, name: "ready" | "failed", text: string): void {
  writeFileSync(join(folder, `${name}.part`), text, { mode: 0o600 });
  renameSync(join(folder, `${name}.part`), join(folder, name));
}
