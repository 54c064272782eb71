import { repairNumber } from "@/lib/numbers";
import { PhoneParams } from "@/lib/setup/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "numbers.manage", params: PhoneParams }, ({ ctx, params }) =>
  repairNumber(ctx, params.phoneId),
);
