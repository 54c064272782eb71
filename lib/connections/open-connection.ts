import { z } from "zod";
import { type CarrierName, isCarrierName } from "@/lib/carriers";
import { open, processKeyring } from "@/lib/crypto";
import { withTenant } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { readTenant } from "@/lib/tenants";
import { platformConnection } from "./platform-connection";
import { beforeReplacement, partReplaced } from "./replaced-secrets";
import type { OpenConnection } from "./schema";

const ConnectionSettings = z.object({
  dialect: z.string().max(40).optional(),
  verification: z.enum(["strict", "optional"]).default("strict"),
  /** Until when the secrets that were replaced still verify webhooks. */
  previousUntil: z.iso.datetime().optional(),
});

type OwnConnection = OpenConnection & {
  userId: string | null;
  past: { replaced: Record<string, string>; until: string | undefined };
};

/**
 * The connection a call or text goes through: the given one, else the user's own, the tenant's, the platform's.
 * null when nobody has connected this carrier.
 */
export async function openConnection(
  ctx: Ctx,
  input: { carrier: string; connectionId?: string | null; userId?: string | null },
): Promise<OpenConnection | null> {
  if (!isCarrierName(input.carrier)) return null;
  const own = (await listOwnConnections(ctx, input.carrier)).filter(
    (one) => one.userId === null || one.userId === input.userId || one.id === input.connectionId,
  );
  const chosen =
    own.find((one) => one.id === input.connectionId) ??
    own.find((one) => one.userId !== null) ??
    (input.connectionId ? undefined : own[0]);
  return chosen ?? platformConnection(input.carrier, await readTenant(ctx));
}

/** Every account whose token may have signed a carrier's webhook to this tenant, its own ones first; replaced tokens too, while they overlap. */
export async function listWebhookConnections(ctx: Ctx, carrier: CarrierName): Promise<OpenConnection[]> {
  const own = await listOwnConnections(ctx, carrier);
  const platform = platformConnection(carrier, await readTenant(ctx));
  const former = own.flatMap((one) => beforeReplacement(one, one.past, ctx.clock.now()) ?? []);
  return [...own, ...former, ...(platform ? [platform] : [])];
}

async function listOwnConnections(ctx: Ctx, carrier: CarrierName): Promise<OwnConnection[]> {
  const rows = await withTenant(ctx, (tx) =>
    tx.connection.findMany({
      where: { tenantId: ctx.tenantId, carrier, status: { not: "disconnected" } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  const keyring = processKeyring();
  return rows.map((row) => {
    const { previousUntil: until, ...settings } = ConnectionSettings.parse(row.settings);
    const { inForce, replaced } = partReplaced(unsealAll(ctx, row.id, row.sealed));
    return {
      id: row.id,
      userId: row.userId,
      scope: row.userId ? "user" : "tenant",
      carrier,
      accountId: row.accountId,
      ...settings,
      connection: { credentials: inForce, ...apiBase(carrier) },
      past: { replaced, until },
    };
  });

  function unsealAll(owner: Ctx, id: string, sealed: unknown): Record<string, string> {
    const fields = Object.entries((sealed ?? {}) as Record<string, string>);
    return Object.fromEntries(
      fields.map(([field, text]) => [
        field,
        open(keyring, { tenantId: owner.tenantId, purpose: `connection:${id}`, field }, text),
      ]),
    );
  }
}

function apiBase(carrier: CarrierName): { apiBaseUrl?: string } {
  const platform = platformConnection(carrier, { isDemo: false });
  return platform?.connection.apiBaseUrl ? { apiBaseUrl: platform.connection.apiBaseUrl } : {};
}
