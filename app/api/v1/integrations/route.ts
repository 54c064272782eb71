import { listConnections } from "@/lib/connections";
import { connectAccount } from "@/lib/setup";
import { FullSetup } from "@/lib/setup/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "connections.read" }, async ({ ctx }) => ({
  data: await listConnections(ctx),
  nextCursor: null,
}));

export const POST = route(
  { can: "connections.manage", body: FullSetup, status: 201, limit: { burst: 10, perSeconds: 60 } },
  ({ ctx, body }) => connectAccount(ctx, body),
);
