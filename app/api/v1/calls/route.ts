import { listCalls } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "calls.read", query: CallFilter }, ({ ctx, query }) => listCalls(ctx, query));
