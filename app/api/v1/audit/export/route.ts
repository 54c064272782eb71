import { exportAudit } from "@/lib/audit";
import { AuditFilter } from "@/lib/audit/schema";
import { sendCsv } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "audit.read", query: AuditFilter }, async ({ ctx, query }) =>
  sendCsv(await exportAudit(ctx, query), "audit.csv"),
);
