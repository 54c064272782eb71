import { withTenantSql } from "@/lib/db";
import type { Page } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";
import {
  conversationColumns,
  conversationJoins,
  type RawConversation,
  readerOf,
  toConversationRow,
} from "./conversation-columns";
import { readPlace, writeCursor } from "./cursor";
import type { ConversationFilter, ConversationRow } from "./schema";

/** Conversations of the tenant by customer, status and the channel of their newest entry; newest first. */
export async function listConversations(
  ctx: Ctx,
  filter: ConversationFilter,
): Promise<Page<ConversationRow>> {
  const place = readPlace(filter.cursor);
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<RawConversation>(
      `SELECT ${conversationColumns} FROM ${conversationJoins}
        WHERE c.tenant_id = $1::uuid ${filter.status ? "AND c.status = $4" : "AND $4::text IS NULL"}
          ${filter.customerId ? "AND c.customer_id = $5::uuid" : "AND $5::uuid IS NULL"}
          AND ($6::text IS NULL OR c.last_entry_channel = $6)
          ${place ? "AND (c.last_entry_at, c.id) < ($7::timestamptz, $8::uuid)" : ""}
        ORDER BY c.last_entry_at DESC, c.id DESC LIMIT $3::int`,
      [
        ...[ctx.tenantId, readerOf(ctx), filter.limit + 1],
        ...[filter.status ?? null, filter.customerId ?? null, filter.channel ?? null],
        ...(place ? [place.at, place.id] : []),
      ],
    ),
  );
  const data = rows.slice(0, filter.limit).map(toConversationRow);
  const last = rows.length > filter.limit ? rows[filter.limit - 1] : undefined;
  return { data, nextCursor: last ? writeCursor({ at: last.lastEntryAt, id: last.id }) : null };
}
