import { findCustomers } from "@/lib/customers";
import { FindCustomers } from "@/lib/customers/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.read", query: FindCustomers }, ({ ctx, query }) =>
  findCustomers(ctx, query),
);
