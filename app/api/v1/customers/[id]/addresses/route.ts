import { addAddress } from "@/lib/customers";
import { NewAddress } from "@/lib/customers/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "customers.manage", params: IdParams, body: NewAddress, status: 201 },
  ({ ctx, params, body }) => addAddress(ctx, { id: params.id, ...body }),
);
