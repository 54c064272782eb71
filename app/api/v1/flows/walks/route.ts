import { walkThrough } from "@/lib/flows";
import { Walk } from "@/lib/flows/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "flows.manage", body: Walk }, ({ ctx, body }) => walkThrough(ctx, body));
