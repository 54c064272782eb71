import { carrier, type OwnedNumber } from "@/lib/carriers";
import type { Made, OpenConnection } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { unsafeAddNumber } from "./add-number";
import { openAccount } from "./open-account";
import { kindsOf } from "./rules";
import type { NumberImport } from "./schema";
import { setWebhooks } from "./set-webhooks";
import { unsafeTenantOfNumber } from "./unsafe-tenant-of-number";

/** A number that now stands here, and whether its webhooks could be set at the carrier. */
export type Imported = { id: string; webhooks: Made };

/**
 * Takes over a number that the account has already and points it to this desk. `refused` when the account does not have
 * it, `conflict` when another business has it. From the platform's account only what was bought for the tenant comes.
 */
export async function importNumber(ctx: Ctx, input: NumberImport): Promise<Imported> {
  const { carrier: name, opened } = await openAccount(ctx, input);
  if (!opened || opened.id === null)
    throw new AppError("refused", "Numbers are imported from an account of your own. Connect it first.");
  const owned = await carrier(name).numbers?.find(opened.connection, input.e164);
  if (!owned)
    throw new AppError(
      "refused",
      `${input.e164} is not in this account. Look at its list of numbers, or buy the number.`,
    );
  return takeOver(ctx, opened, owned, input.label);
}

/** Gives the tenant a number that its account (or, freshly bought for it, the platform's) has. */
export async function takeOver(
  ctx: Ctx,
  opened: OpenConnection,
  owned: OwnedNumber,
  label?: string,
): Promise<Imported> {
  const holder = await unsafeTenantOfNumber(opened.carrier, owned.e164);
  if (holder !== null && holder !== ctx.tenantId)
    throw new AppError("conflict", "This number already belongs to another business on this installation.");
  const { id } = await unsafeAddNumber(ctx, {
    ...{ e164: owned.e164, carrier: opened.carrier, label: label || owned.friendlyName || owned.e164 },
    ...{ kinds: kindsOf(owned.capabilities), teamId: await firstTeam(ctx) },
    ...{ connectionId: opened.id, carrierSid: owned.sid },
  });
  return { id, webhooks: await setWebhooks(ctx, opened, owned) };
}

/** The team that a new number's conversations go to until somebody chooses another. */
export async function firstTeam(ctx: Ctx): Promise<string> {
  const row = await withTenantSql(ctx, (sql) =>
    sql.one<{ id: string }>(
      "SELECT id FROM teams WHERE tenant_id = $1::uuid ORDER BY is_default DESC, created_at, id LIMIT 1",
      [ctx.tenantId],
    ),
  );
  if (!row) throw new AppError("conflict", "This business has no team to bring conversations to.");
  return row.id;
}
