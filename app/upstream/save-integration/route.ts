import { connectAccount } from "@/lib/setup";
import { UpstreamIntegration } from "@/lib/setup/schema";
import { route } from "@/lib/wiring/route";

export const POST = route(
  {
    can: "connections.manage",
    body: UpstreamIntegration,
    status: 201,
    limit: { burst: 10, perSeconds: 60 },
  },
  ({ ctx, body }) => connectAccount(ctx, body),
);
