import { listCalls, placeCall } from "@/lib/calls";
import { CallFilter, PlaceCall } from "@/lib/calls/schema";
import { requirePassed } from "@/lib/gate";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "calls.read", query: CallFilter }, ({ ctx, query }) => listCalls(ctx, query));

export const POST = route(
  { can: "calls.manage", body: PlaceCall, status: 201 },
  async ({ ctx, body, idempotency }) => {
    const { ok: _, ...call } = requirePassed(await placeCall(ctx, body, idempotency));
    return call;
  },
);
