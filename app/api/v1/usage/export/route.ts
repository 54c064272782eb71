import { sendCsv } from "@/lib/http";
import { exportUsage } from "@/lib/usage";
import { UsageQuery } from "@/lib/usage/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "usage.read", query: UsageQuery }, async ({ ctx, query }) =>
  sendCsv(await exportUsage(ctx, query), "usage.csv"),
);
