import { readFacets } from "@/lib/customers";
import { CustomerFilter } from "@/lib/customers/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.read", query: CustomerFilter }, ({ ctx, query }) =>
  readFacets(ctx, query),
);
