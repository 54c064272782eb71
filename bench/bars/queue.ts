import pg from "pg";
import { z } from "zod";
import { type Sql, unsafePlatformSql, withTenantSql } from "@/lib/db";
import { enqueue, installJobs, job } from "@/lib/jobs";
import { newId, type TenantId, unsafeTenantId } from "@/lib/kernel/ids";
import type { World } from "../harness/bar";
import { sharedNow } from "../harness/measure";

/** How a side puts jobs into the queue. Both answer with the moment before the commit. */
export type Queue = {
  /** One job of a tenant that has no other. */
  addOne(id: string): Promise<number>;
  /** Many jobs of one tenant in one transaction. */
  addMany(count: number): Promise<number>;
  close(): Promise<void>;
};

/** graphile-worker's own functions. */
export function openFloorQueue({ ownerUrl }: World): Queue {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  const add = async (ids: (string | null)[]) => {
    const client = await pool.connect();
    await client.query("BEGIN");
    await client.query(
      "SELECT graphile_worker.add_job('bench.floor', json_build_object('id', id)) FROM unnest($1::text[]) AS t (id)",
      [ids],
    );
    const begun = sharedNow();
    await client.query("COMMIT");
    client.release();
    return begun;
  };
  return {
    addOne: (id) => add([id]),
    addMany: (count) => add(Array.from({ length: count }, () => null)),
    close: () => pool.end(),
  };
}

/** The product's `enqueue`; the database and the kind are installed in this process. */
export async function openSubjectQueue(): Promise<Queue> {
  installJobs([
    job({ kind: "bench.subject", payload: z.object({ id: z.string().optional() }), work: async () => {} }),
  ]);
  const add = (tenantId: TenantId, ids: (string | undefined)[]) =>
    withTenantSql({ tenantId }, async (sql) => {
      for (const id of ids) await enqueue(sql, { tenantId, kind: "bench.subject", payload: { id } });
      return sharedNow();
    });
  return {
    addOne: async (id) => add(await makeTenant(), [id]),
    addMany: async (count) =>
      add(
        await makeTenant(),
        Array.from({ length: count }, () => undefined),
      ),
    close: async () => {},
  };
}

/** Empties the queue between runs. */
export async function clearQueue(): Promise<void> {
  await unsafePlatformSql("the bench begins anew", (sql) =>
    sql.run("DELETE FROM graphile_worker._private_jobs"),
  );
}

/** Waits until the queue is empty; returns that moment. */
export async function untilEmpty(): Promise<number> {
  for (const end = performance.now() + 120_000; performance.now() < end; ) {
    if ((await unsafePlatformSql("the bench looks on", countJobs)) === 0) return sharedNow();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("The queue did not become empty.");
}

async function countJobs(sql: Sql): Promise<number> {
  const row = await sql.one<{ count: number }>(
    "SELECT count(*)::int AS count FROM (SELECT 1 FROM graphile_worker._private_jobs LIMIT 1) AS found",
  );
  return row?.count ?? 0;
}

async function makeTenant(): Promise<TenantId> {
  const id = newId();
  await unsafePlatformSql("the bench makes a tenant", (sql) =>
    sql.run("INSERT INTO tenants (id, slug, name) VALUES ($1::uuid, $1::text, 'Bench')", [id]),
  );
  return unsafeTenantId(id);
}
