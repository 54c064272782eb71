import { requirePassed } from "@/lib/gate";
import { sendMessage } from "@/lib/messages";
import { SendMessage } from "@/lib/messages/schema";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "messages.send", body: SendMessage, status: 201 },
  async ({ ctx, body, idempotency }) => {
    const { ok: _, ...message } = requirePassed(await sendMessage(ctx, body, idempotency));
    return message;
  },
);
