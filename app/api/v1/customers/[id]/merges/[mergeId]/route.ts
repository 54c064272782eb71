import { unmergeCustomers } from "@/lib/persons";
import { MergeParams } from "@/lib/persons/schema";
import { route } from "@/lib/wiring/route";

export const DELETE = route({ can: "customers.manage", params: MergeParams }, ({ ctx, params }) =>
  unmergeCustomers(ctx, params),
);
