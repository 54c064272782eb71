import { removeField, renameField } from "@/lib/customers";
import { ChangeField } from "@/lib/customers/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const PATCH = route(
  { can: "settings.manage", params: IdParams, body: ChangeField },
  ({ ctx, params, body }) => renameField(ctx, { id: params.id, ...body }),
);

export const DELETE = route({ can: "settings.manage", params: IdParams }, ({ ctx, params }) =>
  removeField(ctx, params.id),
);
