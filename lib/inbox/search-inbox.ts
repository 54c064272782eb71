import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import {
  conversationColumns,
  conversationJoins,
  type RawConversation,
  readerOf,
  toConversationRow,
} from "./conversation-columns";
import type { SearchHit } from "./schema";
import { unsafeFindMessages, unsafeFindPeople } from "./unsafe-find-words";

const mostHits = 30;
// A common word stands in hundreds of thousands of messages: the newest ones are looked through first, with a bound.
const newestLookedThrough = 5_000;

/** Conversations whose customer (name, number) or messages contain the words; newest first. */
export async function searchInbox(ctx: Ctx, query: string): Promise<SearchHit[]> {
  const words = query
    .normalize("NFC")
    .trim()
    .split(/\s+/)
    .filter((word) => word.length >= 2)
    .slice(0, 6);
  if (words.length === 0) return [];
  const customerIds = await findCustomers(ctx, query.trim());
  return withTenantSql(ctx, async (sql) => {
    const people = await readPeople(sql, ctx, customerIds);
    const recent = await findRecent(sql, ctx, words);
    const messages = recent.length >= mostHits ? recent : await findAll(sql, ctx, words);
    return mergeHits(await loadConversations(sql, ctx, [...people, ...messages]), people, messages);
  });
}

type Found = { conversationId: string; messageId: string | null; excerpt: string; at: Date };

function findCustomers(ctx: Ctx, text: string): Promise<string[]> {
  // Only what looks like a number is looked for in numbers: "room 12" is words.
  const digits = /\p{L}/u.test(text) ? "" : text.replace(/\D/g, "");
  const number = digits.length >= 3 ? `%${digits}%` : null;
  return unsafeFindPeople(ctx.tenantId, { name: like(text), number, limit: 50 });
}

function readPeople(sql: Sql, ctx: Ctx, customerIds: string[]): Promise<Found[]> {
  return sql.rows<Found>(
    `SELECT c.id AS "conversationId", NULL AS "messageId", c.last_entry_preview AS excerpt, c.last_entry_at AS at
       FROM conversations c WHERE c.tenant_id = $1::uuid AND c.customer_id = ANY($2::uuid[])
      ORDER BY c.last_entry_at DESC, c.id LIMIT 20`,
    [ctx.tenantId, customerIds],
  );
}

const columns = `x.conversation_id AS "conversationId", x.id AS "messageId", left(x.body, 240) AS excerpt, x.created_at AS at`;

function findRecent(sql: Sql, ctx: Ctx, words: string[]): Promise<Found[]> {
  const conditions = words.map((_, index) => `x.body ILIKE $${index + 3}`).join(" AND ");
  return sql.rows<Found>(
    `SELECT ${columns} FROM (SELECT id, conversation_id, body, created_at FROM messages WHERE tenant_id = $1::uuid
        ORDER BY id DESC LIMIT ${newestLookedThrough}) x WHERE ${conditions} ORDER BY x.id DESC LIMIT $2::int`,
    [ctx.tenantId, mostHits, ...words.map(like)],
  );
}

async function findAll(sql: Sql, ctx: Ctx, words: string[]): Promise<Found[]> {
  const ids = await unsafeFindMessages(ctx.tenantId, words.map(like), mostHits);
  return sql.rows<Found>(
    `SELECT ${columns} FROM messages x WHERE x.tenant_id = $1::uuid AND x.id = ANY($2::uuid[]) ORDER BY x.id DESC`,
    [ctx.tenantId, ids],
  );
}

async function loadConversations(sql: Sql, ctx: Ctx, found: Found[]): Promise<Map<string, RawConversation>> {
  const ids = [...new Set(found.map((one) => one.conversationId))];
  const rows = await sql.rows<RawConversation>(
    `SELECT ${conversationColumns} FROM ${conversationJoins} WHERE c.tenant_id = $1::uuid AND c.id = ANY($3::uuid[])`,
    [ctx.tenantId, readerOf(ctx), ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function mergeHits(
  conversations: Map<string, RawConversation>,
  people: Found[],
  messages: Found[],
): SearchHit[] {
  const seen = new Set<string>();
  return [...people, ...messages].flatMap((found) => {
    const row = conversations.get(found.conversationId);
    if (!row || seen.has(found.conversationId)) return [];
    seen.add(found.conversationId);
    return [
      {
        conversation: toConversationRow(row),
        messageId: found.messageId,
        excerpt: found.excerpt,
        at: found.at.toISOString(),
      },
    ];
  });
}

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
