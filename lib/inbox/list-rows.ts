import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import {
  conversationColumns,
  conversationJoins,
  type RawConversation,
  readerOf,
  toConversationRow,
} from "./conversation-columns";
import type { ConversationRow } from "./schema";

/** The list's rows of these conversations, so that a screen can bring its list up to date after news; foreign ids are left out. */
export async function listRows(ctx: Ctx, input: { ids: string[] }): Promise<{ data: ConversationRow[] }> {
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<RawConversation>(
      `SELECT ${conversationColumns} FROM ${conversationJoins} WHERE c.tenant_id = $1::uuid AND c.id = ANY($3::uuid[])`,
      [ctx.tenantId, readerOf(ctx), input.ids],
    ),
  );
  return { data: rows.map(toConversationRow) };
}
