import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { type ConversationEventKind, recordConversationEvent } from "./record-conversation-event";
import { mostTags, type Priority } from "./rules";

/** Closes a conversation. Closing a closed one changes nothing. */
export function closeConversation(ctx: Ctx, input: { id: string }): Promise<void> {
  return within(ctx, input.id, (sql) => closeConversationIn(sql, ctx, input));
}

/** {@link closeConversation} inside a running transaction. */
export function closeConversationIn(sql: Sql, ctx: Ctx, input: { id: string }): Promise<void> {
  return changeIn(sql, ctx, input.id, "closed", {}, () =>
    sql.run(
      `UPDATE conversations SET status = 'closed', closed_at = $3::timestamptz, snoozed_until = NULL
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND status <> 'closed'`,
      [ctx.tenantId, input.id, ctx.clock.now()],
    ),
  );
}

/**
 * Opens a closed, snoozed or pending conversation again. Throws `conflict` when the customer meanwhile has another
 * live conversation with the same team.
 */
export function reopenConversation(ctx: Ctx, input: { id: string }): Promise<void> {
  return change(ctx, input.id, "reopened", {}, async (sql) => {
    const twin = await sql.one(
      `SELECT 1 AS found FROM conversations c JOIN conversations o ON o.tenant_id = c.tenant_id AND o.customer_id = c.customer_id
          AND o.team_id = c.team_id AND o.id <> c.id AND o.status <> 'closed'
        WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid AND c.status = 'closed'`,
      [ctx.tenantId, input.id],
    );
    if (twin)
      throw new AppError("conflict", "This customer already has an open conversation; continue there.");
    return sql.run(
      `UPDATE conversations SET status = 'open', closed_at = NULL, snoozed_until = NULL
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND status <> 'open'`,
      [ctx.tenantId, input.id],
    );
  });
}

/** Hides a conversation until a moment in the future; a customer's reply brings it back earlier. */
export function snoozeConversation(ctx: Ctx, input: { id: string; until: Date }): Promise<void> {
  if (input.until <= ctx.clock.now()) throw new AppError("invalid_input", "Pick a moment in the future.");
  return change(ctx, input.id, "snoozed", { until: input.until.toISOString() }, async (sql) => {
    await enqueue(sql, {
      tenantId: ctx.tenantId,
      kind: "conversations.wake",
      payload: { conversationId: input.id },
      key: `wake:${input.id}`,
      runAt: input.until,
    });
    return sql.run(
      `UPDATE conversations SET status = 'snoozed', snoozed_until = $3::timestamptz, closed_at = NULL
        WHERE tenant_id = $1::uuid AND id = $2::uuid`,
      [ctx.tenantId, input.id, input.until],
    );
  });
}

/** Brings a snoozed conversation back when its time has come; called by the timer. */
export function wakeConversation(ctx: Ctx, input: { conversationId: string }): Promise<void> {
  return change(ctx, input.conversationId, "woke", { by: "timer" }, (sql) =>
    sql.run(
      `UPDATE conversations SET status = 'open', snoozed_until = NULL, last_entry_at = $3::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND status = 'snoozed' AND snoozed_until <= $3::timestamptz`,
      [ctx.tenantId, input.conversationId, ctx.clock.now()],
    ),
  );
}

export type Assignee = { kind: "nobody" } | { kind: "assistant" } | { kind: "member"; memberId: string };

/** Gives a conversation to a member of the tenant, to the receptionist, or to nobody. */
export function assignConversation(ctx: Ctx, input: { id: string; assignee: Assignee }): Promise<void> {
  return within(ctx, input.id, (sql) => assignConversationIn(sql, ctx, input));
}

/** {@link assignConversation} inside a running transaction. */
export function assignConversationIn(
  sql: Sql,
  ctx: Ctx,
  input: { id: string; assignee: Assignee },
): Promise<void> {
  const memberId = input.assignee.kind === "member" ? input.assignee.memberId : null;
  return changeIn(sql, ctx, input.id, "assigned", { to: input.assignee.kind, memberId }, async () => {
    if (memberId) await requireMember(sql, ctx, memberId);
    return sql.run(
      `UPDATE conversations SET assignee_kind = $3, assignee_id = $4::uuid WHERE tenant_id = $1::uuid AND id = $2::uuid
          AND (assignee_kind, assignee_id) IS DISTINCT FROM ($3, $4::uuid)`,
      [ctx.tenantId, input.id, input.assignee.kind, memberId],
    );
  });
}

/** Takes a conversation from the receptionist, who leaves it to the team, inside a running transaction. `why` stands in the timeline. */
export function passOnConversation(
  sql: Sql,
  ctx: Ctx,
  input: { conversationId: string; why: string },
): Promise<void> {
  const data = { to: "nobody", memberId: null, why: input.why };
  return changeIn(sql, ctx, input.conversationId, "assigned", data, () =>
    sql.run(
      `UPDATE conversations SET assignee_kind = 'nobody', assignee_id = NULL
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND assignee_kind = 'assistant'`,
      [ctx.tenantId, input.conversationId],
    ),
  );
}

/** Sets how urgent a conversation is. */
export function prioritiseConversation(ctx: Ctx, input: { id: string; priority: Priority }): Promise<void> {
  return within(ctx, input.id, (sql) => prioritiseConversationIn(sql, ctx, input));
}

/** {@link prioritiseConversation} inside a running transaction. */
export function prioritiseConversationIn(
  sql: Sql,
  ctx: Ctx,
  input: { id: string; priority: Priority },
): Promise<void> {
  return changeIn(sql, ctx, input.id, "priority_changed", { priority: input.priority }, () =>
    sql.run(
      "UPDATE conversations SET priority = $3 WHERE tenant_id = $1::uuid AND id = $2::uuid AND priority <> $3",
      [ctx.tenantId, input.id, input.priority],
    ),
  );
}

/** Adds and takes away tags. `invalid_input` when there would be too many. */
export function tagConversation(
  ctx: Ctx,
  input: { id: string; add: readonly string[]; remove: readonly string[] },
): Promise<void> {
  const { id, add, remove } = input;
  return change(ctx, id, "tagged", { add, remove }, async (sql) => {
    const changed = await sql.one<{ count: number }>(
      `UPDATE conversations c SET tags = n.tags FROM (SELECT ARRAY(SELECT DISTINCT tag FROM unnest(o.tags || $3::text[]) tag
            WHERE tag <> ALL($4::text[]) ORDER BY tag) AS tags, o.tags AS old FROM conversations o WHERE o.tenant_id = $1::uuid AND o.id = $2::uuid) n
        WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid AND n.tags IS DISTINCT FROM n.old RETURNING cardinality(c.tags) AS count`,
      [ctx.tenantId, id, add, remove],
    );
    if ((changed?.count ?? 0) > mostTags)
      throw new AppError("invalid_input", `A conversation has at most ${mostTags} tags.`);
    return changed ? 1 : 0;
  });
}

async function change(
  ctx: Ctx,
  id: string,
  kind: ConversationEventKind,
  data: Record<string, unknown>,
  update: (sql: Sql) => Promise<number>,
): Promise<void> {
  await within(ctx, id, (sql) => changeIn(sql, ctx, id, kind, data, update));
}

async function within(ctx: Ctx, id: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  if (!isId(id)) throw new AppError("not_found", "There is no such conversation.");
  await withTenantSql(ctx, work);
}

async function changeIn(
  sql: Sql,
  ctx: Ctx,
  id: string,
  kind: ConversationEventKind,
  data: Record<string, unknown>,
  update: (sql: Sql) => Promise<number>,
): Promise<void> {
  const row = await sql.one<{ customer_id: string }>(
    "SELECT customer_id FROM conversations WHERE tenant_id = $1::uuid AND id = $2::uuid FOR UPDATE",
    [ctx.tenantId, id],
  );
  if (!row) throw new AppError("not_found", "There is no such conversation.");
  if ((await update(sql)) === 0) return;
  await recordConversationEvent(sql, ctx, { conversationId: id, kind, data });
  await recordAudit(sql, ctx, {
    action: `conversation.${kind}`,
    subject: { kind: "conversation", id: id },
    detail: data,
  });
  await emit(sql, ctx, {
    kind: `conversation.${kind}`,
    subject: { conversationId: id, customerId: row.customer_id },
    data,
  });
}

async function requireMember(sql: Sql, ctx: Ctx, memberId: string): Promise<void> {
  const member = isId(memberId)
    ? await sql.one(
        "SELECT 1 AS found FROM members WHERE tenant_id = $1::uuid AND id = $2::uuid AND disabled_at IS NULL",
        [ctx.tenantId, memberId],
      )
    : null;
  if (!member) throw new AppError("not_found", "There is no such member.");
}
