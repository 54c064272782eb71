import { readDesk, removeReceptionist, saveReceptionist } from "@/lib/receptionist";
import { NumberQuery, OneNumber, SaveReceptionist } from "@/lib/receptionist/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "settings.read", query: NumberQuery }, ({ ctx, query }) =>
  readDesk(ctx, query),
);

export const PUT = route({ can: "receptionist.manage", body: SaveReceptionist }, ({ ctx, body }) =>
  saveReceptionist(ctx, body),
);

export const DELETE = route({ can: "receptionist.manage", query: OneNumber }, ({ ctx, query }) =>
  removeReceptionist(ctx, query),
);
