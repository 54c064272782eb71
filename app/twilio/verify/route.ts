import { verifyAccount } from "@/lib/setup";
import { AccountPair } from "@/lib/setup/schema";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "connections.manage", body: AccountPair, limit: { burst: 10, perSeconds: 60 } },
  ({ ctx, body }) => verifyAccount(ctx, { carrier: "twilio", credentials: body }),
);
