import { getVersion } from "@/lib/flows";
import { VersionParams } from "@/lib/flows/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "settings.read", params: VersionParams }, ({ ctx, params }) =>
  getVersion(ctx, params.id, params.version),
);
