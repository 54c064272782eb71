import { Logger, runMigrations } from "graphile-worker";
import type pg from "pg";

const silent = new Logger(() => () => {});

/** Makes or upgrades graphile-worker's own tables and lets the platform role at them. Safe to run in many processes at once. */
export async function migrateQueue(owner: pg.Client, ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, maxPoolSize: 1, logger: silent, taskList: {} });
  await owner.query("SELECT trunkline_open_queue()");
}
