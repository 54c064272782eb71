import { IdParams } from "@/lib/http";
import { listImportRows } from "@/lib/imports";
import { RowsFilter } from "@/lib/imports/schema";
import { route } from "@/lib/wiring/route";

export const GET = route(
  { can: "customers.import", params: IdParams, query: RowsFilter },
  ({ ctx, params, query }) => listImportRows(ctx, params.id, query),
);
