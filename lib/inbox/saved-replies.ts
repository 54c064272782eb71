import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId, newId } from "@/lib/kernel/ids";
import { storableText } from "@/lib/kernel/text";
import {
  agentValues,
  businessValues,
  customerValues,
  renderVariables,
  unknownVariables,
  type VariableValues,
} from "@/lib/kernel/variables";
import { longestBody } from "@/lib/messages/rules";
import { readerOf } from "./conversation-columns";
import { replyVariables } from "./rules";
import type { SavedReply, SavedReplyView } from "./schema";

const mostReplies = 200;

/** What people of this business write again and again, by name, as it was saved. */
export function listReplies(ctx: Ctx): Promise<SavedReplyView[]> {
  return withTenantSql(ctx, (sql) => readReplies(sql, ctx));
}

/** {@link listReplies} filled in for the customer of a conversation. Throws `not_found` for a foreign one. */
export function fillReplies(ctx: Ctx, conversationId: string): Promise<SavedReplyView[]> {
  return withTenantSql(ctx, async (sql) => {
    const values = await readValues(sql, ctx, conversationId);
    const replies = await readReplies(sql, ctx);
    return replies.map((reply) => ({ ...reply, body: renderVariables(reply.body, values) }));
  });
}

/** Adds a reply. A name that is taken is a `conflict`; a variable that nothing fills in is `invalid_input`. */
export function createReply(ctx: Ctx, input: SavedReply): Promise<SavedReplyView> {
  requireKnown(input.body);
  return withTenantSql(ctx, async (sql) => {
    const known = await readReplies(sql, ctx);
    if (known.length >= mostReplies)
      throw new AppError(
        "refused",
        `There can be ${mostReplies} saved replies. Remove one that nobody uses.`,
      );
    const reply = { id: newId(), name: input.name, body: storableText(input.body, longestBody) };
    const made = await sql.run(
      `INSERT INTO saved_replies (tenant_id, id, name, body, created_at, updated_at)
       VALUES ($1::uuid, $2::uuid, $3, $4, $5::timestamptz, $5::timestamptz) ON CONFLICT (tenant_id, name) DO NOTHING`,
      [ctx.tenantId, reply.id, reply.name, reply.body, ctx.clock.now()],
    );
    if (made === 0) throw taken(input.name);
    await audit(sql, ctx, "saved_reply.created", reply);
    return reply;
  });
}

/** Gives a reply another name or other words. Throws like {@link createReply}, and `not_found`. */
export function changeReply(ctx: Ctx, input: { id: string } & SavedReply): Promise<SavedReplyView> {
  requireKnown(input.body);
  return withTenantSql(ctx, async (sql) => {
    const known = await sql.one(
      "SELECT 1 AS found FROM saved_replies WHERE tenant_id = $1::uuid AND id = $2::uuid FOR UPDATE",
      [ctx.tenantId, input.id],
    );
    if (!known) throw missing();
    const twin = await sql.one(
      "SELECT 1 AS found FROM saved_replies WHERE tenant_id = $1::uuid AND name = $2 AND id <> $3::uuid",
      [ctx.tenantId, input.name, input.id],
    );
    if (twin) throw taken(input.name);
    const reply = await sql.one<SavedReplyView>(
      `UPDATE saved_replies SET name = $3, body = $4, updated_at = $5::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid
        RETURNING id, name, body`,
      [ctx.tenantId, input.id, input.name, storableText(input.body, longestBody), ctx.clock.now()],
    );
    if (!reply) throw missing();
    await audit(sql, ctx, "saved_reply.changed", reply);
    return reply;
  });
}

/** Takes a reply away. */
export function removeReply(ctx: Ctx, { id }: { id: string }): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const gone = await sql.one<SavedReplyView>(
      "DELETE FROM saved_replies WHERE tenant_id = $1::uuid AND id = $2::uuid RETURNING id, name, body",
      [ctx.tenantId, id],
    );
    if (!gone) throw missing();
    await audit(sql, ctx, "saved_reply.removed", gone);
  });
}

function readReplies(sql: Sql, ctx: Ctx): Promise<SavedReplyView[]> {
  return sql.rows(
    "SELECT id, name, body FROM saved_replies WHERE tenant_id = $1::uuid ORDER BY lower(name), id",
    [ctx.tenantId],
  );
}

type Known = {
  name: string;
  nameSource: string;
  phone: string | null;
  number: number;
  businessName: string;
  slug: string;
  businessPhone: string | null;
  agentName: string | null;
};

async function readValues(sql: Sql, ctx: Ctx, conversationId: string): Promise<VariableValues> {
  const row = isId(conversationId)
    ? await sql.one<Known>(
        `SELECT k.name, k.name_source AS "nameSource", c.number, t.name AS "businessName", t.slug, m.name AS "agentName",
            (SELECT a.address FROM customer_addresses a WHERE a.tenant_id = k.tenant_id AND a.customer_id = k.id AND a.kind = 'phone'
              ORDER BY a.created_at, a.id LIMIT 1) AS phone,
            (SELECT n.e164 FROM numbers n WHERE n.tenant_id = c.tenant_id AND n.status = 'active'
              ORDER BY n.id IS NOT DISTINCT FROM c.last_number_id DESC, n.created_at LIMIT 1) AS "businessPhone"
           FROM conversations c JOIN customers k ON k.tenant_id = c.tenant_id AND k.id = c.customer_id
           JOIN tenants t ON t.id = c.tenant_id LEFT JOIN members m ON m.tenant_id = c.tenant_id AND m.user_id = $3::uuid
          WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid`,
        [ctx.tenantId, conversationId, readerOf(ctx)],
      )
    : null;
  if (!row) throw new AppError("not_found", "There is no such conversation.");
  const bookingLink = `${env.publicUrl}/book/${row.slug}`;
  return {
    ...customerValues(row),
    ...businessValues({ name: row.businessName, phone: row.businessPhone, bookingLink }),
    ...(row.agentName ? agentValues({ name: row.agentName }) : {}),
    "conversation.number": `#${row.number}`,
  };
}

function requireKnown(body: string): void {
  const [unknown] = unknownVariables(body, replyVariables);
  if (unknown !== undefined)
    throw new AppError("invalid_input", `body: nothing fills in {{${unknown}}}. Pick one from the list.`);
}

function missing(): AppError {
  return new AppError("not_found", "There is no such saved reply.");
}

function taken(name: string): AppError {
  return new AppError("conflict", `There is already a saved reply "${name}".`);
}

function audit(sql: Sql, ctx: Ctx, action: string, { id, name }: SavedReplyView): Promise<void> {
  return recordAudit(sql, ctx, { action, subject: { kind: "saved_reply", id }, detail: { name } });
}
