import type { Sql } from "@/lib/db";
import { pokeWorkers } from "./poke";

/** A job that used up its attempts; it stays until it is retried. `error` is the last one's sentence. */
export type FailedJob = {
  id: string;
  tenantId: string | null;
  kind: string;
  error: string | null;
  attempts: number;
  createdAt: Date;
  failedAt: Date;
};

/** Failed jobs, the latest first: of the transaction's tenant, or of all tenants inside `unsafePlatformSql`. */
export function listFailedJobs(sql: Sql, most = 100): Promise<FailedJob[]> {
  return sql.rows<FailedJob>(
    `SELECT id, tenant_id AS "tenantId", kind, error, attempts, created_at AS "createdAt", failed_at AS "failedAt"
       FROM trunkline_failed_jobs($1::int)`,
    [most],
  );
}

/** Gives a failed job all its attempts again, at once. False when there is no such job here. */
export async function retryFailedJob(sql: Sql, id: string): Promise<boolean> {
  if (!/^\d{1,18}$/.test(id)) return false;
  const row = await sql.one<{ found: boolean }>("SELECT trunkline_retry_job($1::text) AS found", [id]);
  sql.afterCommit(pokeWorkers);
  return row?.found ?? false;
}
