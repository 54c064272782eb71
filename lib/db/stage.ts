import { AsyncLocalStorage } from "node:async_hooks";
import type { PoolClient } from "pg";
import { database } from "./database";
import { preparedSql, type Sql } from "./sql";

/** A transaction in which a tenant's work is played and never kept. */
export type RehearsalStage = { tenantId: string; sql: Sql; isOver: boolean };

const home: typeof globalThis & { trunklineStages?: AsyncLocalStorage<RehearsalStage> } = globalThis;
home.trunklineStages ??= new AsyncLocalStorage();
const stages = home.trunklineStages;

/** The rehearsal that this code runs in. Throws when it is over: whatever was left running then must not write for real. */
export function currentStage(): RehearsalStage | undefined {
  const stage = stages.getStore();
  if (stage?.isOver) throw new Error("This rehearsal is over; nothing of it is written any more.");
  return stage;
}

/**
 * Plays `work` with everything it does to the tenant's rows in one transaction that is rolled back at the end: rows,
 * events and jobs of it never were. Transactions inside it see each other; those across tenants are rolled back too.
 * @returns what `work` returned
 */
export async function playOnStage<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
  const client = await database().app.pool.connect();
  const stage = { tenantId, sql: preparedSql(client, []), isOver: false };
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.tenant_id', $1, true)", [tenantId]);
    return await stages.run(stage, work);
  } finally {
    stage.isOver = true;
    await leave(client);
  }
}

async function leave(client: PoolClient): Promise<void> {
  const broken = await client.query("ROLLBACK").then(
    () => undefined,
    (reason: Error) => reason,
  );
  client.release(broken);
}
