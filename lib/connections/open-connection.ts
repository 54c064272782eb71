import { type CarrierName, isCarrierName } from "@/lib/carriers";
import { withTenant } from "@/lib/db";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { readTenant } from "@/lib/tenants";
import { apiBaseFor } from "./api-base";
import { platformConnection, platformConnections } from "./platform-connection";
import { beforeReplacement, partReplaced } from "./replaced-secrets";
import { ConnectionSettings, type OpenConnection } from "./schema";
import { unsealFields } from "./seal-fields";

type OwnConnection = OpenConnection & {
  userId: string | null;
  past: { replaced: Record<string, string>; until: string | undefined };
};

/** What is to be opened. `isOfNumber`: the account of one of our numbers, of which `connectionId` null is the platform's. */
type Wanted = {
  carrier: string;
  connectionId?: string | null;
  userId?: string | null;
  isOfNumber?: boolean;
};

/**
 * The connection a call or text goes through: the given one, else the user's own, the tenant's, the platform's. What goes
 * through a number goes through the account that has it: no other could. null when nobody has connected this carrier.
 */
export async function openConnection(ctx: Ctx, input: Wanted): Promise<OpenConnection | null> {
  if (!isCarrierName(input.carrier)) return null;
  if (input.isOfNumber && !input.connectionId)
    return platformConnection(input.carrier, await readTenant(ctx));
  const own = (await listOwnConnections(ctx, input.carrier)).filter(
    (one) => one.userId === null || one.userId === input.userId || one.id === input.connectionId,
  );
  const chosen =
    own.find((one) => one.id === input.connectionId) ??
    own.find((one) => one.userId !== null) ??
    (input.connectionId ? undefined : own[0]);
  // A number of an account that was disconnected goes nowhere: the platform's account does not have it.
  if (!chosen && input.connectionId) return null;
  return chosen ?? platformConnection(input.carrier, await readTenant(ctx));
}

/** Every account whose token may have signed a carrier's webhook to this tenant, its own ones first; replaced tokens too, while they overlap. */
export async function listWebhookConnections(ctx: Ctx, carrier: CarrierName): Promise<OpenConnection[]> {
  const own = await listOwnConnections(ctx, carrier);
  const platform = await platformConnections(carrier, await readTenant(ctx), ctx.clock.now());
  const former = own.flatMap((one) => beforeReplacement(one, one.past, ctx.clock.now()) ?? []);
  return [...own, ...former, ...platform];
}

async function listOwnConnections(ctx: Ctx, carrier: CarrierName): Promise<OwnConnection[]> {
  const rows = await withTenant(ctx, (tx) =>
    tx.connection.findMany({
      where: { tenantId: ctx.tenantId, carrier, status: { not: "disconnected" } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  if (rows.length === 0) return [];
  const tenant = await readTenant(ctx);
  if (tenant.isDemo && !env.simulatorMode) return [];
  return rows.map((row) => {
    const { previousUntil: until, dialect, verification, pool } = ConnectionSettings.parse(row.settings);
    const { inForce, replaced } = partReplaced(
      unsealFields({ tenantId: ctx.tenantId, id: row.id }, row.sealed),
    );
    return {
      id: row.id,
      userId: row.userId,
      scope: row.userId ? "user" : "tenant",
      carrier,
      accountId: row.accountId,
      verification,
      ...(dialect ? { dialect } : {}),
      ...(pool ? { pool } : {}),
      connection: { credentials: inForce, ...apiBaseFor(carrier, tenant) },
      past: { replaced, until },
    };
  });
}
