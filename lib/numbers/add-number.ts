import { recordAudit } from "@/lib/audit";
import { type Tx, unsafePlatform } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { rentNumber } from "@/lib/usage";
import type { NumberChannel } from "./schema";

export type NewNumber = {
  e164: string;
  carrier: string;
  label: string;
  kinds: NumberChannel["kind"][];
  teamId: string;
  connectionId?: string | null;
  carrierSid?: string | null;
  isDemo?: boolean;
};

/**
 * Gives a tenant a number with its channels, and lists it in the directory by which webhooks find their tenant. A number
 * that the tenant has stays; one that it once released comes back with its history.
 * Throws `conflict` when another tenant of this installation has it.
 */
export function unsafeAddNumber(ctx: Ctx, input: NewNumber): Promise<{ id: string }> {
  return unsafePlatform("the directory of numbers spans tenants", async (tx) => {
    const former = await findNumber(tx, ctx, input);
    const id = await unsafeClaim(tx, ctx, input, former?.id ?? newId());
    // Asked again: whoever else added it meanwhile has let go of its place by now.
    const standing = await findNumber(tx, ctx, input);
    await (standing ? reviveNumber(tx, ctx, id, input) : insertNumber(tx, ctx, id, input));
    await insertChannels(tx, ctx, id, input);
    await rentNumber(tx.sql, ctx, {
      ...{ numberId: id, e164: input.e164, carrier: input.carrier, connectionId: input.connectionId ?? null },
    });
    await emit(tx.sql, ctx, { kind: "number.changed", subject: {}, data: { id } });
    await recordAudit(tx.sql, ctx, {
      action: "number.added",
      subject: { kind: "number", id: id },
      detail: { e164: input.e164 },
    });
    return { id };
  });
}

function findNumber(tx: Tx, ctx: Ctx, { e164 }: NewNumber): Promise<{ id: string } | null> {
  return tx.sql.one("SELECT id FROM numbers WHERE tenant_id = $1::uuid AND e164 = $2 FOR UPDATE", [
    ctx.tenantId,
    e164,
  ]);
}

/** Takes the number's place in the directory: of two tenants who want it at once, one gets it. */
async function unsafeClaim(tx: Tx, ctx: Ctx, { carrier, e164 }: NewNumber, id: string): Promise<string> {
  await tx.sql.run(
    `INSERT INTO number_directory (carrier, e164, tenant_id, number_id) VALUES ($1, $2, $3::uuid, $4::uuid)
     ON CONFLICT (carrier, e164) DO NOTHING`,
    [carrier, e164, ctx.tenantId, id],
  );
  const holder = await tx.sql.one<{ tenantId: string; numberId: string }>(
    `SELECT tenant_id AS "tenantId", number_id AS "numberId" FROM number_directory WHERE carrier = $1 AND e164 = $2`,
    [carrier, e164],
  );
  if (holder?.tenantId !== ctx.tenantId)
    throw new AppError("conflict", "This number already belongs to a business on this installation.");
  return holder.numberId;
}

async function insertNumber(tx: Tx, ctx: Ctx, id: string, input: NewNumber): Promise<void> {
  await tx.phoneNumber.create({
    data: {
      tenantId: ctx.tenantId,
      id,
      e164: input.e164,
      carrier: input.carrier,
      connectionId: input.connectionId ?? null,
      carrierSid: input.carrierSid ?? null,
      label: input.label,
      capabilities: input.kinds,
      isDemo: input.isDemo ?? false,
      createdAt: ctx.clock.now(),
    },
  });
}

async function reviveNumber(tx: Tx, ctx: Ctx, id: string, input: NewNumber): Promise<void> {
  await tx.phoneNumber.update({
    where: { tenantId_id: { tenantId: ctx.tenantId, id } },
    data: {
      status: "active",
      carrier: input.carrier,
      connectionId: input.connectionId ?? null,
      carrierSid: input.carrierSid ?? null,
      capabilities: input.kinds,
    },
  });
}

async function insertChannels(tx: Tx, ctx: Ctx, id: string, { kinds, teamId }: NewNumber): Promise<void> {
  await tx.channel.createMany({
    data: kinds.map((kind) => ({ tenantId: ctx.tenantId, id: newId(), numberId: id, kind, teamId })),
    skipDuplicates: true,
  });
}
