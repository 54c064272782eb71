import { sendCsv } from "@/lib/http";
import { exportTrail } from "@/lib/platform";
import { TrailFilter } from "@/lib/platform/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "super_admin", query: TrailFilter }, async ({ ctx, query }) =>
  sendCsv(await exportTrail(ctx, query), "installation-audit.csv"),
);
