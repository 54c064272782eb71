import { type CarrierName, carrier, type NumberCapabilities, type OwnedNumber } from "@/lib/carriers";
import { connectionWith, requireCarrier } from "@/lib/connections";
import type { CredentialCheck } from "@/lib/connections/schema";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { OwnNumber } from "./find-own-number";
import { openAccount } from "./open-account";
import { unsafeTenantOfNumber } from "./unsafe-tenant-of-number";

/** A number of an account. ours: stands here already; elsewhere: another business of this installation has it. */
export type AccountNumber = {
  e164: string;
  friendlyName: string;
  capabilities: NumberCapabilities;
  state: "free" | "ours" | "elsewhere";
  /** Host that its calls go to now; "" when to nobody. */
  goesTo: string;
};

/** Every number that a connected account has. */
export async function listAccountNumbers(
  ctx: Ctx,
  input: { carrier: string; connectionId: string },
): Promise<AccountNumber[]> {
  const { carrier: name, opened } = await openAccount(ctx, input);
  const owned = opened ? ((await carrier(name).numbers?.list(opened.connection)) ?? []) : [];
  return withStates(ctx, name, owned);
}

/** The same for credentials that are not saved yet. */
export async function listNumbersWith(ctx: Ctx, input: CredentialCheck): Promise<AccountNumber[]> {
  const name = requireCarrier(input.carrier);
  const owned = await carrier(name).numbers?.list(await connectionWith(ctx, input));
  return withStates(ctx, name, owned ?? []);
}

function withStates(ctx: Ctx, name: CarrierName, owned: readonly OwnedNumber[]): Promise<AccountNumber[]> {
  return Promise.all(
    owned.map(async ({ e164, friendlyName, capabilities, routing }) => {
      const holder = await unsafeTenantOfNumber(name, e164);
      const state = holder === null ? "free" : holder === ctx.tenantId ? "ours" : "elsewhere";
      return { e164, friendlyName, capabilities, state, goesTo: hostOf(routing.answerUrl) } as const;
    }),
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "";
}

/** Active numbers that hang on a connection. */
export function numbersOfConnection(ctx: Ctx, connectionId: string) {
  return withTenantSql(ctx, (sql) =>
    sql.rows<OwnNumber>(
      `SELECT id, e164, carrier, connection_id AS "connectionId", carrier_sid AS "carrierSid", label, is_demo AS "isDemo"
         FROM numbers WHERE tenant_id = $1::uuid AND connection_id = $2::uuid AND status = 'active' ORDER BY created_at`,
      [ctx.tenantId, connectionId],
    ),
  );
}
