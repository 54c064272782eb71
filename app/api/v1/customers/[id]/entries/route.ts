import { IdParams } from "@/lib/http";
import { listCustomerEntries } from "@/lib/inbox";
import { CustomerEntriesQuery } from "@/lib/inbox/schema";
import { route } from "@/lib/wiring/route";

export const GET = route(
  { can: "conversations.read", params: IdParams, query: CustomerEntriesQuery },
  ({ ctx, params, query }) => listCustomerEntries(ctx, { customerId: params.id, ...query }),
);
