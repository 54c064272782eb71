import { retryJob } from "@/lib/platform";
import { JobParams } from "@/lib/platform/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "super_admin", params: JobParams }, ({ ctx, params }) =>
  retryJob(ctx, params.id),
);
