import { createView, listViews } from "@/lib/inbox";
import { NewInboxView } from "@/lib/inbox/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "conversations.read" }, async ({ ctx }) => ({ data: await listViews(ctx) }));

export const POST = route({ can: "conversations.manage", body: NewInboxView, status: 201 }, ({ ctx, body }) =>
  createView(ctx, body),
);
