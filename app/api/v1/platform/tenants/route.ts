import { createBusiness, listBusinesses } from "@/lib/platform";
import { BusinessFilter, NewBusiness } from "@/lib/platform/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "super_admin", query: BusinessFilter }, ({ ctx, query }) =>
  listBusinesses(ctx, query),
);

export const POST = route({ can: "super_admin", body: NewBusiness, status: 201 }, ({ ctx, body }) =>
  createBusiness(ctx, body),
);
