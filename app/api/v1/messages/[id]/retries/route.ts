import { requirePassed } from "@/lib/gate";
import { IdParams } from "@/lib/http";
import { retryMessage } from "@/lib/messages";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "messages.send", params: IdParams, status: 201 },
  async ({ ctx, params }) => {
    const { ok: _, ...message } = requirePassed(await retryMessage(ctx, params));
    return message;
  },
);
