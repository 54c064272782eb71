import { createReply, listReplies } from "@/lib/inbox";
import { SavedReply } from "@/lib/inbox/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "conversations.read" }, async ({ ctx }) => ({
  data: await listReplies(ctx),
}));

export const POST = route({ can: "conversations.manage", body: SavedReply, status: 201 }, ({ ctx, body }) =>
  createReply(ctx, body),
);
