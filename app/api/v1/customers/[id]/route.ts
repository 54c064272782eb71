import { changeCustomer, getCustomer } from "@/lib/customers";
import { ChangeCustomer } from "@/lib/customers/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.read", params: IdParams }, ({ ctx, params }) =>
  getCustomer(ctx, params.id),
);

export const PATCH = route(
  { can: "customers.manage", params: IdParams, body: ChangeCustomer },
  ({ ctx, params, body }) => changeCustomer(ctx, { id: params.id, ...body }),
);
