import { IdParams } from "@/lib/http";
import { writeNote } from "@/lib/messages";
import { WriteNote } from "@/lib/messages/schema";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "conversations.manage", params: IdParams, body: WriteNote, status: 201 },
  ({ ctx, params, body }) => writeNote(ctx, { conversationId: params.id, ...body }),
);
