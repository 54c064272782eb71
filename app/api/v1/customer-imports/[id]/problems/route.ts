import { IdParams, sendCsv } from "@/lib/http";
import { exportProblems } from "@/lib/imports";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.import", params: IdParams }, async ({ ctx, params }) =>
  sendCsv(await exportProblems(ctx, params.id), "rows-not-imported.csv"),
);
