import { listNotes, writeNote } from "@/lib/customers";
import { WriteCustomerNote } from "@/lib/customers/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.read", params: IdParams }, async ({ ctx, params }) => ({
  data: await listNotes(ctx, params.id),
  nextCursor: null,
}));

export const POST = route(
  { can: "customers.manage", params: IdParams, body: WriteCustomerNote, status: 201 },
  ({ ctx, params, body }) => writeNote(ctx, { id: params.id, ...body }),
);
