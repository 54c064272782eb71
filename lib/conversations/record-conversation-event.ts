import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";

export type ConversationEventKind =
  | "opened"
  | "closed"
  | "reopened"
  | "snoozed"
  | "woke"
  | "assigned"
  | "priority_changed"
  | "tagged"
  | "opted_out"
  | "opted_in";

/** Writes what happened to a conversation into its timeline. */
export async function recordConversationEvent(
  sql: Sql,
  ctx: Ctx,
  input: { conversationId: string; kind: ConversationEventKind; data?: object },
): Promise<void> {
  await sql.run(
    `INSERT INTO conversation_events (tenant_id, id, conversation_id, kind, actor_kind, actor_id, data, at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7::jsonb, $8::timestamptz)`,
    [
      ctx.tenantId,
      newId(),
      input.conversationId,
      input.kind,
      ctx.actor.kind,
      actorId(ctx),
      JSON.stringify(input.data ?? {}),
      ctx.clock.now(),
    ],
  );
}

function actorId(ctx: Ctx): string | null {
  return ctx.actor.kind === "user" ? ctx.actor.userId : ctx.actor.kind === "api_key" ? ctx.actor.keyId : null;
}
