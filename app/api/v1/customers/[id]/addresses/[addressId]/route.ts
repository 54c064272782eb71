import { removeAddress } from "@/lib/customers";
import { AddressParams } from "@/lib/customers/schema";
import { route } from "@/lib/wiring/route";

export const DELETE = route({ can: "customers.manage", params: AddressParams }, ({ ctx, params }) =>
  removeAddress(ctx, params),
);
