import { listAudit } from "@/lib/audit";
import { AuditFilter } from "@/lib/audit/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "audit.read", query: AuditFilter }, ({ ctx, query }) =>
  listAudit(ctx, query),
);
