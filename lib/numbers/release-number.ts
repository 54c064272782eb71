import { recordAudit } from "@/lib/audit";
import { carrier } from "@/lib/carriers";
import { tellOutcome } from "@/lib/connections";
import { unsafePlatformSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { loadNumber, type OwnNumber } from "./find-own-number";
import { openAccount } from "./open-account";
import { releaseWord } from "./rules";

/** A number that was given back; `undoUntil` where the carrier can take it back. */
export type Released = { undoUntil: Date | null };

/**
 * Gives a number back to the carrier, for good or for as long as the carrier can undo it. Its conversations stay.
 * `refused` unless the number was typed, or when the carrier does not let it go.
 */
export async function releaseNumber(
  ctx: Ctx,
  id: string,
  { confirmation }: { confirmation: string },
): Promise<Released> {
  const number = await loadNumber(ctx, id);
  if (confirmation.replace(/[^\d+]/g, "") !== releaseWord(number.e164))
    throw new AppError("refused", `Type ${number.e164} to confirm.`);
  const undoUntil = await giveBack(ctx, number);
  await unsafeForget(ctx, number);
  return { undoUntil };
}

async function giveBack(ctx: Ctx, number: OwnNumber): Promise<Date | null> {
  if (number.isDemo && !number.carrierSid) return null;
  const { carrier: name, opened } = await openAccount(ctx, number);
  if (!opened)
    throw new AppError(
      "refused",
      "The account of this number is not connected any more. Release it in the carrier's console.",
    );
  const outcome = await carrier(name).numbers?.release(opened.connection, number.carrierSid ?? number.e164);
  if (!outcome || outcome.outcome === "accepted") return outcome?.undoUntil ?? null;
  throw new AppError("refused", tellOutcome(name, outcome).sentence);
}

/** The row stays, because calls and messages name it; the directory lets go of it. Unsafe: the directory spans tenants. */
async function unsafeForget(ctx: Ctx, number: OwnNumber): Promise<void> {
  await unsafePlatformSql("the directory of numbers spans tenants", async (sql) => {
    await sql.run("DELETE FROM number_directory WHERE carrier = $1 AND e164 = $2 AND tenant_id = $3::uuid", [
      number.carrier,
      number.e164,
      ctx.tenantId,
    ]);
    await sql.run("UPDATE numbers SET status = 'released' WHERE tenant_id = $1::uuid AND id = $2::uuid", [
      ctx.tenantId,
      number.id,
    ]);
    await sql.run(
      `UPDATE connection_objects SET state = 'removed', updated_at = $4::timestamptz
        WHERE tenant_id = $1::uuid AND kind = 'number' AND name = $2 AND connection_id IS NOT DISTINCT FROM $3::uuid`,
      [ctx.tenantId, number.e164, number.connectionId, ctx.clock.now()],
    );
    await emit(sql, ctx, { kind: "number.changed", subject: {}, data: { id: number.id } });
    await recordAudit(sql, ctx, {
      action: "number.released",
      subject: { kind: "number", id: number.id },
      detail: { e164: number.e164 },
    });
  });
}

/** Lets go of every number of a connection without touching the carrier; used after its account was disconnected. */
export async function detachNumbers(ctx: Ctx, numbers: readonly OwnNumber[]): Promise<void> {
  for (const number of numbers) await unsafeForget(ctx, number);
}
