import { testIntegration } from "@/lib/setup";
import { UpstreamTest } from "@/lib/setup/schema";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "connections.manage", params: UpstreamTest, limit: { burst: 20, perSeconds: 60 } },
  ({ ctx, params }) => testIntegration(ctx, params),
);
