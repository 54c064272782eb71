import { createFlow, listFlows } from "@/lib/flows";
import { NewFlow } from "@/lib/flows/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "settings.read" }, async ({ ctx }) => ({
  data: await listFlows(ctx),
  nextCursor: null,
}));

export const POST = route({ can: "flows.manage", body: NewFlow, status: 201 }, ({ ctx, body }) =>
  createFlow(ctx, body),
);
