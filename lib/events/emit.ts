import type { Sql } from "@/lib/db";
import type { Actor, Ctx } from "@/lib/kernel/context";
import { announceEvents } from "./announce";
import type { NewEvent } from "./schema";
import { subscribersOf } from "./subscribers";

/**
 * Writes what happened as event rows of the caller's transaction, and in the same transaction enqueues the jobs of
 * everyone who subscribed. After the commit all open screens of the tenant get them; after a rollback nobody does.
 */
export async function emit(sql: Sql, ctx: Ctx, ...events: NewEvent[]): Promise<void> {
  const tellings = events.flatMap((event) =>
    subscribersOf(event.kind).map((tell) => () => tell(sql, ctx, event)),
  );
  await sql.run(
    `INSERT INTO events (tenant_id, kind, subject, data, actor_kind, actor_id)
     SELECT $1::uuid, e.kind, e.subject, e.data, $3::text, $4::text
       FROM jsonb_to_recordset($2::jsonb) AS e (kind text, subject jsonb, data jsonb)`,
    [
      ctx.tenantId,
      JSON.stringify(events.map(({ kind, subject, data = {} }) => ({ kind, subject, data }))),
      ctx.actor.kind,
      actorId(ctx.actor),
    ],
  );
  sql.afterCommit(() => announceEvents(ctx.tenantId));
  for (const tell of tellings) await tell();
}

function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "user":
      return actor.userId;
    case "api_key":
      return actor.keyId;
    case "carrier":
      return actor.carrier;
    case "job":
      return actor.job;
    case "system":
      return actor.why;
    case "automation":
      return actor.automationId;
    case "assistant":
      return null;
  }
}
