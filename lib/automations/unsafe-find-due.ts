import { type Sql, unsafePlatformSql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { enqueueBegin } from "./engine/hear-event";
import type { TriggerKind } from "./rule/trigger";

/** What is later than that because nothing ran is left out: nobody wants last night's reminder. */
const latestMinutes = 360;
const mostAtOnce = 2_000;
const stuckMinutes = 2;

type Due = {
  tenantId: string;
  automationId: string;
  key: string;
  customerId: string;
  conversationId: string | null;
  appointmentId: string | null;
  startsAt: Date | null;
  lastInboundAt: Date | null;
};

/**
 * Finds what no event tells: appointments that are due and conversations that went quiet, in all businesses, for rules that
 * wait for them. Whatever was due before a rule was switched on, or before the appointment was made or moved, is not made up for.
 */
export async function unsafeFindDue(now: Date): Promise<void> {
  await unsafePlatformSql("looks for what is due in all businesses", async (sql) => {
    await begin(sql, now, "appointment_due", await sql.rows<Due>(dueAppointments, [now, latestMinutes]));
    await begin(sql, now, "conversation_idle", await sql.rows<Due>(quietConversations, [now, latestMinutes]));
  });
}

async function begin(sql: Sql, now: Date, on: TriggerKind, due: readonly Due[]): Promise<void> {
  for (const { tenantId, automationId, startsAt, lastInboundAt, ...about } of due)
    await enqueueBegin(
      sql,
      { tenantId: unsafeTenantId(tenantId) },
      {
        automationId,
        happening: {
          ...{ on, at: now.toISOString(), messageId: null, callId: null, tags: [], ...about },
          still: {
            startsAt: startsAt?.toISOString() ?? null,
            lastInboundAt: lastInboundAt?.toISOString() ?? null,
          },
        },
      },
    );
}

/** Runs whose time has come and whose job is not there: its worker died, or clocks disagreed. */
export async function unsafeWakeRuns(now: Date): Promise<void> {
  await unsafePlatformSql("looks for runs of all businesses that were left behind", async (sql) => {
    const rows = await sql.rows<{ tenantId: string; id: string }>(
      `SELECT tenant_id AS "tenantId", id FROM automation_runs
        WHERE status IN ('running', 'waiting') AND coalesce(wake_at, started_at) < $1::timestamptz LIMIT ${mostAtOnce}`,
      [new Date(now.getTime() - stuckMinutes * 60_000)],
    );
    for (const { tenantId, id } of rows)
      await enqueue(sql, {
        ...{ tenantId: unsafeTenantId(tenantId), kind: "automations.continue", payload: { runId: id } },
        key: `continue:${id}:left`,
      });
  });
}

/** Log entries go after a while: what came of nothing after a week, the rest after half a year. */
export async function unsafePruneRuns(now: Date): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await unsafePlatformSql("old runs of all businesses go", async (sql) => {
    await sql.run(
      `DELETE FROM automation_runs WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM automation_runs
        WHERE (status = 'skipped' AND started_at < $1::timestamptz) OR (finished_at IS NOT NULL AND started_at < $2::timestamptz) LIMIT 5000)`,
      [daysAgo(7), daysAgo(180)],
    );
  });
}

const minutesOf = `make_interval(mins => (a.rule #>> '{trigger,minutes}')::int)`;
const isNew = (key: string) =>
  `NOT EXISTS (SELECT FROM automation_runs r WHERE r.tenant_id = a.tenant_id AND r.automation_id = a.id AND r.event_key = ${key})`;

const appointmentKey = `'appointment_due:' || p.id || ':' || (extract(epoch FROM p.starts_at) * 1000)::bigint`;
const dueAppointments = `SELECT a.tenant_id AS "tenantId", a.id AS "automationId", ${appointmentKey} AS key, p.customer_id AS "customerId",
    p.conversation_id AS "conversationId", p.id AS "appointmentId", p.starts_at AS "startsAt", NULL::timestamptz AS "lastInboundAt"
  FROM automations a
  CROSS JOIN LATERAL (SELECT CASE a.rule #>> '{trigger,when}' WHEN 'before_start' THEN -1 ELSE 1 END AS sign) w
  JOIN appointments p ON p.tenant_id = a.tenant_id
    AND p.starts_at BETWEEN $1::timestamptz - w.sign * ${minutesOf} - make_interval(mins => $2::int) - interval '1 day' AND $1::timestamptz - w.sign * ${minutesOf}
  CROSS JOIN LATERAL (SELECT CASE w.sign WHEN -1 THEN p.starts_at ELSE p.ends_at END + w.sign * ${minutesOf} AS at) due
  WHERE a.is_on AND a.trigger_kind = 'appointment_due' AND due.at <= $1::timestamptz AND due.at > $1::timestamptz - make_interval(mins => $2::int)
    AND due.at >= a.on_since AND due.at >= CASE w.sign WHEN -1 THEN p.updated_at ELSE p.created_at END
    AND (CASE w.sign WHEN -1 THEN p.status = 'booked' AND p.starts_at > $1::timestamptz ELSE p.status IN ('booked', 'completed') END)
    AND ${isNew(appointmentKey)}
  ORDER BY due.at LIMIT ${mostAtOnce}`;

const quietKey = `'conversation_idle:' || c.id || ':' || (extract(epoch FROM c.last_entry_at) * 1000)::bigint`;
const quietConversations = `SELECT a.tenant_id AS "tenantId", a.id AS "automationId", ${quietKey} AS key, c.customer_id AS "customerId",
    c.id AS "conversationId", NULL::uuid AS "appointmentId", NULL::timestamptz AS "startsAt", c.last_inbound_at AS "lastInboundAt"
  FROM automations a
  JOIN conversations c ON c.tenant_id = a.tenant_id AND c.status IN ('open', 'pending')
    AND c.last_entry_at BETWEEN $1::timestamptz - ${minutesOf} - make_interval(mins => $2::int) AND $1::timestamptz - ${minutesOf}
  WHERE a.is_on AND a.trigger_kind = 'conversation_idle' AND c.last_entry_at + ${minutesOf} >= a.on_since
    AND c.last_entry_direction = CASE a.rule #>> '{trigger,waitingFor}' WHEN 'us' THEN 'inbound' ELSE 'outbound' END
    AND ${isNew(quietKey)}
  ORDER BY c.last_entry_at LIMIT ${mostAtOnce}`;
