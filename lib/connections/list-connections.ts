import { allCarriers, type CarrierName, carrier, isCarrierName } from "@/lib/carriers";
import { withTenant } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { readTenant } from "@/lib/tenants";
import { platformConnection } from "./platform-connection";
import { ConnectionSettings, type ConnectionView } from "./schema";

/** The tenant's connections, the user's own among them, and the platform's that stand behind; never a secret. */
export async function listConnections(ctx: Ctx): Promise<ConnectionView[]> {
  const rows = await withTenant(ctx, (tx) =>
    tx.connection.findMany({
      where: { tenantId: ctx.tenantId, status: { not: "disconnected" } },
      omit: { sealed: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  const own = rows.flatMap((row) =>
    isCarrierName(row.carrier) ? [toView({ ...row, carrier: row.carrier }, ctx)] : [],
  );
  return [...own, ...(await listPlatform(ctx))];
}

type Row = {
  id: string;
  carrier: CarrierName;
  userId: string | null;
  label: string;
  accountId: string;
  hints: unknown;
  settings: unknown;
  status: string;
  verifiedAt: Date | null;
  createdAt: Date;
};

function toView(row: Row, { clock }: Ctx): ConnectionView {
  const { verification, previousUntil, pool, problem } = ConnectionSettings.parse(row.settings);
  const overlap = previousUntil ? new Date(previousUntil) : null;
  return {
    ...{ id: row.id, carrier: row.carrier, label: row.label, accountId: row.accountId, status: row.status },
    carrierLabel: carrier(row.carrier).description.label,
    scope: row.userId ? "user" : "tenant",
    hints: (row.hints ?? {}) as Record<string, string>,
    ...(problem ? { problem } : {}),
    verification,
    verifiedAt: row.verifiedAt,
    overlapUntil: overlap && overlap > clock.now() ? overlap : null,
    pool: pool ?? null,
    createdAt: row.createdAt,
  };
}

async function listPlatform(ctx: Ctx): Promise<ConnectionView[]> {
  const tenant = await readTenant(ctx);
  const views = allCarriers().map(async ({ description: { name, label } }) => {
    const platform = await platformConnection(name, tenant);
    if (!platform) return [];
    return [
      {
        ...{ id: null, carrier: name, carrierLabel: label, scope: "platform" as const },
        // Whose account it is, is no business of the tenant's.
        ...{ label: `${label} of this installation`, accountId: "", hints: {}, status: "active" },
        verification: platform.verification,
        ...{ verifiedAt: null, overlapUntil: null, pool: null, createdAt: null },
      },
    ];
  });
  return (await Promise.all(views)).flat();
}
