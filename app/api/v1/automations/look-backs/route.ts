import { lookBack } from "@/lib/automations";
import { LookBack } from "@/lib/automations/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "automations.manage", body: LookBack }, async ({ ctx, body }) => ({
  data: await lookBack(ctx, body),
}));
