import { carrier } from "@/lib/carriers";
import { tellOutcome } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { OwnNumber } from "./find-own-number";
import { type Imported, takeOver } from "./import-number";
import { openAccount } from "./open-account";

/** Takes a release back where the carrier can; the number returns with its history. `refused` with the reason otherwise. */
export async function undoRelease(ctx: Ctx, id: string): Promise<Imported> {
  const number = await withTenantSql(ctx, (sql) =>
    sql.one<OwnNumber>(
      `SELECT id, e164, carrier, connection_id AS "connectionId", carrier_sid AS "carrierSid", label, is_demo AS "isDemo"
         FROM numbers WHERE tenant_id = $1::uuid AND id = $2::uuid AND status = 'released'`,
      [ctx.tenantId, id],
    ),
  );
  if (!number) throw new AppError("not_found", "There is no such released number.");
  const { carrier: name, opened } = await openAccount(ctx, number);
  const { numbers } = carrier(name);
  if (!opened || !numbers)
    throw new AppError("refused", "The account of this number is not connected any more.");
  const outcome = await numbers.undoRelease(opened.connection, number.carrierSid ?? number.e164);
  if (outcome.outcome !== "accepted") throw new AppError("refused", tellOutcome(name, outcome).sentence);
  const owned = await numbers.find(opened.connection, number.e164);
  if (!owned)
    throw new AppError("refused", "The carrier does not list this number yet. Try again in a minute.");
  return takeOver(ctx, opened, owned, number.label);
}
