import { IdParams } from "@/lib/http";
import { erasePerson } from "@/lib/persons";
import { Erasure } from "@/lib/persons/schema";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "customers.erase", params: IdParams, body: Erasure },
  ({ ctx, params, body }) => erasePerson(ctx, { ...params, ...body }),
);
