import { createField, listFields } from "@/lib/customers";
import { NewField } from "@/lib/customers/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "customers.read" }, async ({ ctx }) => ({
  data: await listFields(ctx),
  nextCursor: null,
}));

export const POST = route({ can: "settings.manage", body: NewField, status: 201 }, ({ ctx, body }) =>
  createField(ctx, body),
);
