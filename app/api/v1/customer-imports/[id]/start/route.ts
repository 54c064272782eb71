import { IdParams } from "@/lib/http";
import { startImport } from "@/lib/imports";
import { StartImport } from "@/lib/imports/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "customers.import", params: IdParams, body: StartImport },
  ({ ctx, params, body }) => startImport(ctx, { id: params.id, ...body }),
);
