import { connectAccount, disconnectCarrier } from "@/lib/setup";
import { AccountSetup } from "@/lib/setup/schema";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "connections.manage", body: AccountSetup, status: 201, limit: { burst: 10, perSeconds: 60 } },
  ({ ctx, body }) => connectAccount(ctx, { carrier: "twilio", ...body }),
);

export const DELETE = route({ can: "connections.manage" }, ({ ctx }) =>
  disconnectCarrier(ctx, { carrier: "twilio" }),
);
