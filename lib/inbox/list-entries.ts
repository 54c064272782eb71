import { listConversationCalls, listCustomerCalls } from "@/lib/calls";
import type { CallGlance } from "@/lib/calls/schema";
import { explainFailure, isCarrierName } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import type { MediaView, MessageView } from "@/lib/messages/schema";
import { readPlace, writeCursor } from "./cursor";
import { ownFailure } from "./own-failures";
import type { Entry, EventEntry } from "./schema";

type RawMessage = Omit<
  MessageView,
  "type" | "error" | "author" | "price" | "at" | "sendAt" | "sentAt" | "deliveredAt" | "media"
> & {
  createdAt: Date;
  sendAt: Date | null;
  sentAt: Date | null;
  deliveredAt: Date | null;
  errorCode: string | null;
  priceMicros: number | null;
  currency: string | null;
  authorKind: string;
  authorId: string | null;
  authorName: string | null;
  media: Omit<MediaView, "url">[];
};
type RawEvent = {
  id: string;
  kind: string;
  actorKind: string;
  actorName: string | null;
  data: Record<string, unknown>;
  at: Date;
};

/** Columns of a message; `x` messages. */
export const messageColumns = `x.id, x.conversation_id AS "conversationId", x.customer_id AS "customerId", x.direction, x.channel, x.body, x.status,
  x.error_code AS "errorCode", x.author_kind AS "authorKind", x.author_id AS "authorId",
  (SELECT coalesce((SELECT u.name FROM members u WHERE u.tenant_id = x.tenant_id AND u.user_id = x.author_id), '')) AS "authorName",
  x.from_address AS "from", x.to_address AS "to", x.carrier, x.carrier_sid AS "carrierSid", x.encoding, x.segments, x.price_micros AS "priceMicros",
  x.currency, x.extra->>'repeatedAs' AS "repeatedAs", x.extra #>> '{reply,suggestion}' AS suggestion, x.extra->'location' AS location, x.created_at AS "createdAt", CASE WHEN x.status = 'scheduled' THEN x.send_at END AS "sendAt", x.sent_at AS "sentAt", x.delivered_at AS "deliveredAt",
  CASE WHEN x.media_count = 0 THEN '[]'::jsonb ELSE (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'contentType', f.content_type,
     'fileName', f.file_name, 'bytes', f.bytes, 'state', f.state, 'reason', f.reason) ORDER BY f.position), '[]'::jsonb)
     FROM message_media f WHERE f.tenant_id = x.tenant_id AND f.message_id = x.id) END AS media`;

type Wanted = {
  conversationId: string;
  cursor?: string | undefined;
  limit: number;
  through?: string | undefined;
};

/**
 * A page of a thread, oldest first, ending just before `cursor` (default: the newest). Every source is read through
 * its own index with the page's limit, so a long thread costs no more than a short one. With `through` the page is
 * made long enough to hold that message and a little before it, within bounds.
 */
export async function listEntries(
  ctx: Ctx,
  input: Wanted,
): Promise<{ data: Entry[]; nextCursor: string | null }> {
  return withTenantSql(ctx, async (sql) => {
    await requireRow(sql, ctx, "conversations", input.conversationId);
    const place = readPlace(input.cursor);
    const limit = Math.max(input.limit, await countBackTo(sql, ctx, input));
    const values = [ctx.tenantId, input.conversationId, limit + 1, ...(place ? [place.at, place.id] : [])];
    const messages = await sql.rows<RawMessage>(
      pageQuery(messageColumns, "messages x", "x.created_at", place !== null),
      values,
    );
    const events = await sql.rows<RawEvent>(
      pageQuery(eventColumns, "conversation_events x", "x.at", place !== null),
      values,
    );
    const calls = await listConversationCalls(sql, ctx, {
      ...{ conversationId: input.conversationId, before: place, limit: limit + 1 },
    });
    return toPage(
      [...messages.map(toMessageView), ...events.map(toEventEntry), ...calls.map(toCallEntry)],
      limit,
    );
  });
}

/** {@link listEntries} over all conversations with one customer: everything there ever was, in order. */
export function listCustomerEntries(
  ctx: Ctx,
  input: { customerId: string; cursor?: string | undefined; limit: number },
): Promise<{ data: Entry[]; nextCursor: string | null }> {
  return withTenantSql(ctx, async (sql) => {
    await requireRow(sql, ctx, "customers", input.customerId);
    const place = readPlace(input.cursor);
    const values = [ctx.tenantId, input.customerId, input.limit + 1, ...(place ? [place.at, place.id] : [])];
    const messages = await sql.rows<RawMessage>(
      pageQuery(messageColumns, "messages x", "x.created_at", place !== null, "x.customer_id = $2::uuid"),
      values,
    );
    const events = await sql.rows<RawEvent>(
      pageQuery(eventColumns, "conversation_events x", "x.at", place !== null, ofCustomer),
      values,
    );
    const calls = await listCustomerCalls(sql, ctx, {
      ...{ customerId: input.customerId, before: place, limit: input.limit + 1 },
    });
    return toPage(
      [...messages.map(toMessageView), ...events.map(toEventEntry), ...calls.map(toCallEntry)],
      input.limit,
    );
  });
}

const ofCustomer = `x.conversation_id IN (SELECT c.id FROM conversations c WHERE c.tenant_id = $1::uuid AND c.customer_id = $2::uuid)`;

const longestReach = 1_000;
const shownBefore = 15;

/** How many entries a page needs to reach back to a message; 0 when none is asked for or it is not in this thread. */
async function countBackTo(sql: Sql, ctx: Ctx, { conversationId, through }: Wanted): Promise<number> {
  if (!through) return 0;
  const row = await sql.one<{ count: number }>(
    `SELECT (SELECT count(*) FROM messages m WHERE m.tenant_id = $1::uuid AND m.conversation_id = $2::uuid AND m.created_at >= f.created_at)::int
          + (SELECT count(*) FROM conversation_events e WHERE e.tenant_id = $1::uuid AND e.conversation_id = $2::uuid AND e.at >= f.created_at)::int
          + (SELECT count(*) FROM calls k WHERE k.tenant_id = $1::uuid AND k.conversation_id = $2::uuid AND k.started_at >= f.created_at)::int AS count
       FROM messages f WHERE f.tenant_id = $1::uuid AND f.id = $3::uuid AND f.conversation_id = $2::uuid`,
    [ctx.tenantId, conversationId, through],
  );
  return row ? Math.min(row.count + shownBefore, longestReach) : 0;
}

/** One message with everything screens show. Throws `not_found`. */
export async function getMessage(ctx: Ctx, id: string): Promise<MessageView & { history: StatusStep[] }> {
  const found = isId(id)
    ? await withTenantSql(ctx, async (sql) => {
        const row = await sql.one<RawMessage>(
          `SELECT ${messageColumns} FROM messages x WHERE x.tenant_id = $1::uuid AND x.id = $2::uuid`,
          [ctx.tenantId, id],
        );
        return row && { ...toMessageView(row), history: await readHistory(sql, ctx, id) };
      })
    : null;
  if (!found) throw new AppError("not_found", "There is no such message.");
  return found;
}

/** One step of a message's delivery as it was reported. */
export type StatusStep = { status: string; errorCode: string | null; source: string; at: string };

async function readHistory(sql: Sql, ctx: Ctx, id: string): Promise<StatusStep[]> {
  const rows = await sql.rows<Omit<StatusStep, "at"> & { at: Date }>(
    `SELECT status, error_code AS "errorCode", source, at FROM message_status_events
      WHERE tenant_id = $1::uuid AND message_id = $2::uuid ORDER BY at, id`,
    [ctx.tenantId, id],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

const eventColumns = `x.id, x.kind, x.actor_kind AS "actorKind", x.data, x.at,
  (SELECT u.name FROM members u WHERE u.tenant_id = x.tenant_id AND u.user_id::text = x.actor_id) AS "actorName"`;

function pageQuery(
  columns: string,
  table: string,
  time: string,
  hasPlace: boolean,
  whose = "x.conversation_id = $2::uuid",
): string {
  return `SELECT ${columns} FROM ${table} WHERE x.tenant_id = $1::uuid AND ${whose}
    ${hasPlace ? `AND (${time}, x.id) < ($4::timestamptz, $5::uuid)` : ""} ORDER BY ${time} DESC, x.id DESC LIMIT $3::int`;
}

async function requireRow(
  sql: Sql,
  ctx: Ctx,
  table: "conversations" | "customers",
  id: string,
): Promise<void> {
  const found =
    isId(id) &&
    (await sql.one(`SELECT 1 AS found FROM ${table} WHERE tenant_id = $1::uuid AND id = $2::uuid`, [
      ctx.tenantId,
      id,
    ]));
  if (!found) throw new AppError("not_found", `There is no such ${table.slice(0, -1)}.`);
}

function toPage(entries: Entry[], limit: number): { data: Entry[]; nextCursor: string | null } {
  const newestFirst = entries.sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
  const page = newestFirst.slice(0, limit);
  const oldest = newestFirst.length > limit ? page.at(-1) : undefined;
  return {
    data: page.reverse(),
    nextCursor: oldest ? writeCursor({ at: new Date(oldest.at), id: oldest.id }) : null,
  };
}

function toMessageView(row: RawMessage): MessageView {
  const { createdAt, errorCode, priceMicros, currency, authorKind, authorId, authorName, media, ...rest } =
    row;
  return {
    ...rest,
    type: row.channel === "note" ? "note" : "message",
    error: errorCode ? errorOf(row.carrier, errorCode) : null,
    author: { kind: authorKind, id: authorId, name: authorName || null },
    price: priceMicros === null ? null : { micros: priceMicros, currency: currency ?? "USD" },
    media: media.map((one) => ({ ...one, url: `/api/v1/media/${one.id}` })),
    at: createdAt.toISOString(),
    sendAt: row.sendAt?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
  };
}

function errorOf(carrier: string | null, code: string): MessageView["error"] {
  const own = ownFailure(code);
  if (own) return { code, ...own };
  const words = explainFailure(carrier && isCarrierName(carrier) ? carrier : null, code);
  return { code, title: words.title, cure: words.cure, action: words.action ?? null };
}

function toCallEntry(call: CallGlance): Entry {
  return { type: "call", at: call.startedAt, ...call };
}

function toEventEntry(row: RawEvent): EventEntry {
  return {
    type: "event",
    id: row.id,
    kind: row.kind,
    actor: { kind: row.actorKind, name: row.actorName },
    data: row.data,
    at: row.at.toISOString(),
  };
}
