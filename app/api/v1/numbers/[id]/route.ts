import { IdParams } from "@/lib/http";
import { changeNumber } from "@/lib/numbers";
import { NumberChange } from "@/lib/numbers/schema";
import { route } from "@/lib/wiring/route";

export const PATCH = route(
  { can: "numbers.manage", params: IdParams, body: NumberChange },
  ({ ctx, params, body }) => changeNumber(ctx, params.id, body),
);
