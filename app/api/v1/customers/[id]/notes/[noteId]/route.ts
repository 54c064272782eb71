import { removeNote } from "@/lib/customers";
import { NoteParams } from "@/lib/customers/schema";
import { route } from "@/lib/wiring/route";

export const DELETE = route({ can: "customers.manage", params: NoteParams }, ({ ctx, params }) =>
  removeNote(ctx, params),
);
