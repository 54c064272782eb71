import { IdParams, sendFile } from "@/lib/http";
import { openMedia } from "@/lib/messages";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "messages.read", params: IdParams }, async ({ ctx, params }) =>
  sendFile(await openMedia(ctx, params)),
);
