import { listRows } from "@/lib/inbox";
import { RowsQuery } from "@/lib/inbox/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "conversations.read", query: RowsQuery }, ({ ctx, query }) =>
  listRows(ctx, query),
);
