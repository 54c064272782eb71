import { IdParams } from "@/lib/http";
import { listMerges, mergeCustomers } from "@/lib/persons";
import { NewMerge } from "@/lib/persons/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.read", params: IdParams }, async ({ ctx, params }) => ({
  data: await listMerges(ctx, params.id),
}));

export const POST = route(
  { can: "customers.manage", params: IdParams, body: NewMerge, status: 201 },
  ({ ctx, params, body }) => mergeCustomers(ctx, { ...params, ...body }),
);
