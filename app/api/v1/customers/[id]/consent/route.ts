import { listConsent, recordConsent } from "@/lib/consent";
import { RecordConsent } from "@/lib/consent/schema";
import { getCustomer } from "@/lib/customers";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.read", params: IdParams }, async ({ ctx, params }) => {
  await getCustomer(ctx, params.id);
  return { data: await listConsent(ctx, params.id), nextCursor: null };
});

export const PUT = route(
  { can: "customers.manage", params: IdParams, body: RecordConsent },
  ({ ctx, params, body }) => recordConsent(ctx, { customerId: params.id, ...body }),
);
