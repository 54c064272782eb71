import { openRecording } from "@/lib/calls";
import { IdParams, sendFile } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "calls.read", params: IdParams }, async ({ ctx, params, request }) =>
  sendFile(await openRecording(ctx, { id: params.id, rangeHeader: request.headers.get("range") })),
);
