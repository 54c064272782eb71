import { verifyAuditChain } from "@/lib/audit";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "audit.read", limit: { burst: 5, perSeconds: 60 } }, ({ ctx }) =>
  verifyAuditChain(ctx),
);
