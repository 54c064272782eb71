import { unsafePlatformSql } from "@/lib/db";
import { type FailedJob, listFailedJobs, type QueueState, readQueue } from "@/lib/jobs";
import type { Person } from "@/lib/kernel/callers";

/** How the installation is doing. */
export type HealthView = {
  queue: QueueState;
  failedJobs: (FailedJob & { tenant: string | null })[];
  /** By carrier: the last webhook that was believed, and how many of the last day were, and were not. */
  webhooks: { carrier: string; lastSeen: Date | null; believed: number; refused: number }[];
  /** Texts that failed in the last day, by code. */
  failures: { carrier: string; code: string; count: number }[];
};

type Webhooks = HealthView["webhooks"][number];

const lastDay = "> $1::timestamptz - interval '24 hours'";

/** Queue, webhooks and errors of the whole installation. */
export function readHealth(person: Person): Promise<HealthView> {
  const now = person.clock.now();
  return unsafePlatformSql("health is the platform's", async (sql) => {
    const failed = await listFailedJobs(sql, 50);
    const names = await sql.rows<{ id: string; name: string }>(
      "SELECT id, name FROM tenants WHERE id = ANY($1::uuid[])",
      [failed.flatMap(({ tenantId }) => tenantId ?? [])],
    );
    return {
      queue: await readQueue(sql, now),
      failedJobs: failed.map((job) => ({
        ...job,
        tenant: names.find(({ id }) => id === job.tenantId)?.name ?? null,
      })),
      webhooks: await sql.rows<Webhooks>(webhookQuery, [now]),
      failures: await sql.rows<HealthView["failures"][number]>(
        `SELECT coalesce(carrier, '') AS carrier, coalesce(error_code, 'unknown') AS code, count(*)::int AS count FROM messages
          WHERE direction = 'outbound' AND status IN ('failed', 'undelivered') AND created_at ${lastDay} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 20`,
        [now],
      ),
    };
  });
}

const webhookQuery = `SELECT c.carrier, w."lastSeen", coalesce(w.believed, 0) AS believed, coalesce(s.refused, 0) AS refused
   FROM (SELECT DISTINCT carrier FROM numbers UNION SELECT DISTINCT carrier FROM prices) c
   LEFT JOIN (SELECT carrier, max(received_at) AS "lastSeen", count(*) FILTER (WHERE received_at ${lastDay})::int AS believed
      FROM webhook_events GROUP BY 1) w USING (carrier)
   LEFT JOIN (SELECT detail ->> 'carrier' AS carrier, count(*)::int AS refused FROM security_events WHERE at ${lastDay} GROUP BY 1) s USING (carrier)
  ORDER BY c.carrier`;
