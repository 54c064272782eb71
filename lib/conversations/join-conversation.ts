import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { recordConversationEvent } from "./record-conversation-event";

/** Which conversation something said belongs to. */
export type Joining = {
  customerId: string;
  teamId: string;
  /** new_thread: after closing, a text opens a new conversation. any_message: it reopens the latest one. */
  ticketMode: "new_thread" | "any_message";
  priority: string;
  assignee: { kind: "nobody" } | { kind: "assistant" } | { kind: "member"; id: string };
};

export type JoinedConversation = { conversationId: string; number: number; isNew: boolean };

type Found = { id: string; number: number; status: string };

/**
 * The conversation of a customer with a team: the live one, else by the channel's mode the latest or a new one.
 * Concurrent first texts wait for each other, so they share one conversation and numbers have no gaps.
 */
export async function joinConversation(sql: Sql, ctx: Ctx, input: Joining): Promise<JoinedConversation> {
  const live = await findLatest(sql, ctx, input);
  if (live && live.status !== "closed") return { conversationId: live.id, number: live.number, isNew: false };
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 2))", [
    `${ctx.tenantId}:${input.customerId}:${input.teamId}`,
  ]);
  const latest = await findLatest(sql, ctx, input);
  if (latest && (latest.status !== "closed" || input.ticketMode === "any_message"))
    return { conversationId: latest.id, number: latest.number, isNew: false };
  return openConversation(sql, ctx, input);
}

function findLatest(sql: Sql, ctx: Ctx, input: Joining): Promise<Found | null> {
  return sql.one<Found>(
    `SELECT id, number, status FROM conversations WHERE tenant_id = $1::uuid AND customer_id = $2::uuid AND team_id = $3::uuid
      ORDER BY status <> 'closed' DESC, opened_at DESC, number DESC LIMIT 1`,
    [ctx.tenantId, input.customerId, input.teamId],
  );
}

async function openConversation(sql: Sql, ctx: Ctx, input: Joining): Promise<JoinedConversation> {
  const id = newId();
  const counter = await sql.one<{ value: number }>(
    `INSERT INTO tenant_counters (tenant_id, name, value) VALUES ($1::uuid, 'conversation', 1001)
     ON CONFLICT (tenant_id, name) DO UPDATE SET value = tenant_counters.value + 1 RETURNING value`,
    [ctx.tenantId],
  );
  const number = counter?.value ?? 1001;
  const assigneeId = input.assignee.kind === "member" ? input.assignee.id : null;
  await sql.run(
    `INSERT INTO conversations (tenant_id, id, number, customer_id, team_id, priority, assignee_kind, assignee_id, opened_at, last_entry_at)
     VALUES ($1::uuid, $2::uuid, $3::int, $4::uuid, $5::uuid, $6, $7, $8::uuid, $9::timestamptz, $9::timestamptz)`,
    [
      ctx.tenantId,
      id,
      number,
      input.customerId,
      input.teamId,
      input.priority,
      input.assignee.kind,
      assigneeId,
      ctx.clock.now(),
    ],
  );
  await recordConversationEvent(sql, ctx, { conversationId: id, kind: "opened", data: { number } });
  await emit(sql, ctx, {
    kind: "conversation.opened",
    subject: { conversationId: id, customerId: input.customerId },
    data: { number },
  });
  return { conversationId: id, number, isNew: true };
}
