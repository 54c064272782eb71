import type { CarrierName } from "@/lib/carriers";
import { type Sql, unsafePlatformSql } from "@/lib/db";
import { partReplaced } from "./replaced-secrets";
import { ConnectionSettings } from "./schema";
import { unsealFields } from "./seal-fields";

/** The account that the super admin entered for a carrier, opened. Never leaves this folder. */
export type PlatformAccount = {
  id: string;
  accountId: string;
  fields: Record<string, string>;
  replaced: Record<string, string>;
  settings: ConnectionSettings;
  hints: Record<string, string>;
  status: string;
  verifiedAt: Date | null;
};

// Every text through the platform asks for it; changed by hand a few times a year.
const lifeMilliseconds = 2_000;
type Known = Map<CarrierName, { account: Promise<PlatformAccount | null>; until: number }>;
const home = globalThis as typeof globalThis & { trunklinePlatformAccounts?: Known };
home.trunklinePlatformAccounts ??= new Map();
const known = home.trunklinePlatformAccounts;

/** The entered account, at most two seconds old; null when the settings' one counts. */
export function loadPlatformAccount(carrier: CarrierName): Promise<PlatformAccount | null> {
  const entry = known.get(carrier);
  if (entry && entry.until > Date.now()) return entry.account;
  const account = unsafePlatformSql("the platform's accounts belong to no tenant", (sql) =>
    readPlatformAccount(sql, carrier),
  );
  known.set(carrier, { account, until: Date.now() + lifeMilliseconds });
  account.catch(() => known.delete(carrier));
  return account;
}

/** {@link loadPlatformAccount} as it stands now, inside a platform transaction. */
export async function readPlatformAccount(sql: Sql, carrier: CarrierName): Promise<PlatformAccount | null> {
  type Row = Omit<PlatformAccount, "fields" | "replaced" | "settings"> & {
    sealed: unknown;
    settings: unknown;
  };
  const row = await sql.one<Row>(
    `SELECT id, account_id AS "accountId", sealed, hints, settings, status, verified_at AS "verifiedAt"
       FROM platform_connections WHERE carrier = $1`,
    [carrier],
  );
  if (!row) return null;
  const { sealed, ...rest } = row;
  const { inForce, replaced } = partReplaced(unsealFields({ tenantId: null, id: row.id }, sealed));
  return { ...rest, settings: ConnectionSettings.parse(row.settings), fields: inForce, replaced };
}

/** Has the next one ask the database; after an account was changed in this process. */
export function forgetPlatformAccounts(): void {
  known.clear();
}
