import { IdParams, readUpload } from "@/lib/http";
import { removeMusic, saveMusic } from "@/lib/queues";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "flows.manage", params: IdParams }, ({ ctx, params, request }) =>
  saveMusic(ctx, params.id, () => readUpload(request)),
);

export const DELETE = route({ can: "flows.manage", params: IdParams }, ({ ctx, params }) =>
  removeMusic(ctx, params.id),
);
