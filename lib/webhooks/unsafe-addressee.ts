import { type CarrierName, isCarrierName } from "@/lib/carriers";
import { listWebhookConnections, type OpenConnection } from "@/lib/connections";
import { unsafePlatformSql } from "@/lib/db";
import { systemClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { newId, unsafeTenantId } from "@/lib/kernel/ids";

/** The tenant a webhook is for, with every account that may have signed it. */
export type Addressee = {
  tenantId: string;
  slug: string;
  country: string;
  timezone: string;
  /** Closed by the super admin: what comes in is kept, callers hear a sentence. */
  isSuspended: boolean;
  connections: OpenConnection[];
  /** Spelling of call instructions that a connection asks for, by account. */
  dialects: Record<string, string>;
};

type Entry = { addressee: Promise<Addressee | null>; until: number };

// Credentials change rarely and webhooks come in bursts; an old token is anyway valid during rotation.
const lifeMilliseconds = 3_000;
const home = globalThis as typeof globalThis & { trunklineAddressees?: Map<string, Entry> };
home.trunklineAddressees ??= new Map();

// Whatever a path may hold, NUL included, ends here as a tenant that there is not, and is not remembered either.
const possibleSlug = /^[a-z0-9-]{1,63}$/;

/** Finds a tenant by the slug in a webhook's path. Unsafe: nothing is proven until the signature is verified. */
export async function unsafeAddressee(carrier: CarrierName, slug: string): Promise<Addressee | null> {
  if (!possibleSlug.test(slug)) return null;
  return remember(`${carrier} slug ${slug}`, () => load(carrier, "slug = $1", slug));
}

/** Finds a tenant by its id, once a number or an organisation has named it. */
export function unsafeAddresseeById(carrier: CarrierName, tenantId: string): Promise<Addressee | null> {
  return remember(`${carrier} id ${tenantId}`, () => load(carrier, "id = $1::uuid", tenantId));
}

/** The context in which a carrier's verified webhook acts. */
export function carrierContext(
  addressee: Pick<Addressee, "tenantId">,
  carrier: string,
  requestId = newId(),
): Ctx {
  return {
    tenantId: unsafeTenantId(addressee.tenantId),
    actor: { kind: "carrier", carrier },
    clock: systemClock,
    requestId,
  };
}

/** Forgets everything; for tests that change credentials, and after credentials were changed here. */
export function forgetAddressees(): void {
  home.trunklineAddressees?.clear();
}

function remember(key: string, find: () => Promise<Addressee | null>): Promise<Addressee | null> {
  const known = home.trunklineAddressees;
  const entry = known?.get(key);
  if (entry && entry.until > Date.now()) return entry.addressee;
  if (known && known.size > 10_000) known.clear();
  const addressee = find();
  known?.set(key, { addressee, until: Date.now() + lifeMilliseconds });
  addressee.catch(() => known?.delete(key));
  return addressee;
}

async function load(carrier: CarrierName, where: string, value: string): Promise<Addressee | null> {
  const row = await unsafePlatformSql("a webhook names its tenant before anything is proven", (sql) =>
    sql.one<{ id: string; slug: string; country: string; timezone: string; isSuspended: boolean }>(
      `SELECT id, slug, country, timezone, status = 'suspended' AS "isSuspended" FROM tenants WHERE ${where}`,
      [value],
    ),
  );
  if (!row || !isCarrierName(carrier)) return null;
  const connections = await listWebhookConnections(carrierContext({ tenantId: row.id }, carrier), carrier);
  return {
    tenantId: row.id,
    slug: row.slug,
    country: row.country,
    timezone: row.timezone,
    isSuspended: row.isSuspended,
    connections,
    dialects: dialectsOf(connections),
  };
}

function dialectsOf(connections: readonly OpenConnection[]): Record<string, string> {
  return Object.fromEntries(
    connections.flatMap(({ accountId, dialect }) => (dialect ? [[accountId, dialect]] : [])),
  );
}
