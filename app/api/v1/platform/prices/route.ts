import { listPrices, savePrice } from "@/lib/platform";
import { PriceInput } from "@/lib/platform/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "super_admin" }, async ({ ctx }) => ({ data: await listPrices(ctx) }));

export const PUT = route({ can: "super_admin", body: PriceInput }, ({ ctx, body }) => savePrice(ctx, body));
