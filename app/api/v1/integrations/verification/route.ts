import { verifyCredentials } from "@/lib/connections";
import { CredentialCheck } from "@/lib/connections/schema";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "connections.manage", body: CredentialCheck, limit: { burst: 10, perSeconds: 60 } },
  ({ ctx, body }) => verifyCredentials(ctx, body),
);
