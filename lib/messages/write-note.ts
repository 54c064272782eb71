import { noteEntry, previewOf } from "@/lib/conversations";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId, newId } from "@/lib/kernel/ids";
import { storableText } from "@/lib/kernel/text";
import { authorOf } from "./author";

export type NoteToWrite = { conversationId: string; body: string };

/** Writes an internal note into a conversation; it is never sent to anybody. */
export function writeNote(ctx: Ctx, input: NoteToWrite): Promise<{ id: string }> {
  return withTenantSql(ctx, (sql) => writeNoteIn(sql, ctx, input));
}

/** {@link writeNote} inside a running transaction. */
export async function writeNoteIn(sql: Sql, ctx: Ctx, input: NoteToWrite): Promise<{ id: string }> {
  if (!isId(input.conversationId)) throw new AppError("not_found", "There is no such conversation.");
  const conversation = await sql.one<{ customer_id: string }>(
    "SELECT customer_id FROM conversations WHERE tenant_id = $1::uuid AND id = $2::uuid",
    [ctx.tenantId, input.conversationId],
  );
  if (!conversation) throw new AppError("not_found", "There is no such conversation.");
  const id = newId();
  const author = authorOf(ctx);
  const body = storableText(input.body, 10_000);
  await sql.run(
    `INSERT INTO messages (tenant_id, id, conversation_id, customer_id, channel, direction, author_kind, author_id, body, status, status_rank, created_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, 'note', 'internal', $5, $6::uuid, $7, 'noted', 4, $8::timestamptz)`,
    [
      ctx.tenantId,
      id,
      input.conversationId,
      conversation.customer_id,
      author.kind,
      author.id,
      body,
      ctx.clock.now(),
    ],
  );
  await noteEntry(sql, ctx, {
    conversationId: input.conversationId,
    direction: "internal",
    channel: "note",
    preview: previewOf(body, []),
  });
  await emit(sql, ctx, {
    kind: "note.written",
    subject: { conversationId: input.conversationId, customerId: conversation.customer_id, messageId: id },
  });
  return { id };
}
