import { importNumber } from "@/lib/numbers";
import { NumberImport } from "@/lib/numbers/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "numbers.manage", body: NumberImport, status: 201 }, ({ ctx, body }) =>
  importNumber(ctx, body),
);
