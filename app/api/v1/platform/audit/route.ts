import { listTrail } from "@/lib/platform";
import { TrailFilter } from "@/lib/platform/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "super_admin", query: TrailFilter }, ({ ctx, query }) =>
  listTrail(ctx, query),
);
