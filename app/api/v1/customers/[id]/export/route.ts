import { IdParams } from "@/lib/http";
import { exportPerson } from "@/lib/persons";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.export", params: IdParams }, async ({ ctx, params }) =>
  Response.json(await exportPerson(ctx, params.id), {
    headers: { "Content-Disposition": `attachment; filename="person-${params.id}.json"` },
  }),
);
