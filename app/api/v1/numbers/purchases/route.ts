import { buyNumber } from "@/lib/numbers";
import { NumberOrder } from "@/lib/numbers/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "numbers.manage", body: NumberOrder, status: 201 }, ({ ctx, body }) =>
  buyNumber(ctx, body),
);
