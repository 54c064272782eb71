import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildOnce } from "@/scripts/build/build-once";
import type { Bar, Contest, World } from "../harness/bar";
import { buildBarePage, type Site, startBarePage, startProduct } from "../harness/site";

const restMilliseconds = 3_000;

/** Bar 13: how soon the product answers after its start, and what it weighs at rest, on a database that is ready. */
export const startBars: readonly Bar[] = [
  {
    name: "13",
    title: "start to first 200; memory at rest of web + worker, two processes",
    floorTitle: "bare Next",
    rounds: 4,
    promises: [
      { figure: "start", as: "ratio", be: "at most", reach: 3, stretch: 2, unit: "ms" },
      { figure: "memory", as: "ratio", be: "at most", reach: 4, stretch: 2, unit: "MB" },
    ],
    open: openStarts,
  },
];

async function openStarts(world: World): Promise<Contest> {
  await buildBarePage();
  await buildOnce();
  const dataDir = mkdtempSync(join(tmpdir(), "trunkline-bench-data-"));
  const env = { DATABASE_URL: world.ownerUrl, DATA_DIR: dataDir, DEMO: "off", LOG_LEVEL: "warn" };
  return {
    floor: async () => {
      const site = await startBarePage();
      return { start: site.startMilliseconds, memory: await weighAndStop([site]) };
    },
    subject: async () => {
      const web = await startProduct("web", { ...env, WORKER: "off" });
      const worker = await startProduct("worker", env);
      return { start: web.startMilliseconds, memory: await weighAndStop([web, worker]) };
    },
    close: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

async function weighAndStop(sites: readonly Site[]): Promise<number> {
  await sleep(restMilliseconds);
  const megabytes = sites.reduce((sum, site) => sum + site.megabytes(), 0);
  await Promise.all(sites.map((site) => site.stop()));
  return megabytes;
}
