import { readUsage } from "@/lib/usage";
import { UsageQuery } from "@/lib/usage/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "usage.read", query: UsageQuery }, ({ ctx, query }) => readUsage(ctx, query));
