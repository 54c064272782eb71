import { listTraces } from "@/lib/calls";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "calls.read", params: IdParams }, async ({ ctx, params }) => ({
  data: await listTraces(ctx, params.id),
  nextCursor: null,
}));
