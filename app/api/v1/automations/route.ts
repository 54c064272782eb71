import { createAutomation, listAutomations } from "@/lib/automations";
import { NewAutomation } from "@/lib/automations/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "automations.manage" }, async ({ ctx }) => ({
  data: await listAutomations(ctx),
  nextCursor: null,
}));

export const POST = route({ can: "automations.manage", body: NewAutomation, status: 201 }, ({ ctx, body }) =>
  createAutomation(ctx, body),
);
