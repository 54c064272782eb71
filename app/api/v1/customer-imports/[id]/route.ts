import { IdParams } from "@/lib/http";
import { cancelImport, getImport } from "@/lib/imports";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.import", params: IdParams }, ({ ctx, params }) =>
  getImport(ctx, params.id),
);

export const DELETE = route({ can: "customers.import", params: IdParams }, ({ ctx, params }) =>
  cancelImport(ctx, params.id),
);
