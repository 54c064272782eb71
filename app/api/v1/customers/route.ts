import { createCustomer, findCustomers } from "@/lib/customers";
import { CreateCustomer, FindCustomers } from "@/lib/customers/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.read", query: FindCustomers }, ({ ctx, query }) =>
  findCustomers(ctx, query),
);

export const POST = route({ can: "customers.manage", body: CreateCustomer, status: 201 }, ({ ctx, body }) =>
  createCustomer(ctx, body),
);
