import { readHistory } from "@/lib/dashboard";
import { HistoryQuery } from "@/lib/dashboard/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "calls.read", query: HistoryQuery }, ({ ctx, query }) =>
  readHistory(ctx, query),
);
