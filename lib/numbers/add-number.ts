import { recordAudit } from "@/lib/audit";
import { unsafePlatform } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
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
 * Gives a tenant a number with its channels, and lists it in the directory by which webhooks find their tenant.
 * Throws `conflict` when another tenant of this installation has it.
 */
export function unsafeAddNumber(ctx: Ctx, input: NewNumber): Promise<{ id: string }> {
  return unsafePlatform("the directory of numbers spans tenants", async (tx) => {
    const id = newId();
    const taken = await tx.numberDirectory.findUnique({
      where: { carrier_e164: { carrier: input.carrier, e164: input.e164 } },
    });
    if (taken)
      throw new AppError("conflict", "This number already belongs to a business on this installation.");
    await tx.numberDirectory.create({
      data: { carrier: input.carrier, e164: input.e164, tenantId: ctx.tenantId, numberId: id },
    });
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
    await tx.channel.createMany({
      data: input.kinds.map((kind) => ({
        tenantId: ctx.tenantId,
        id: newId(),
        numberId: id,
        kind,
        teamId: input.teamId,
      })),
    });
    await recordAudit(tx.sql, ctx, {
      action: "number.added",
      subject: { kind: "number", id: id },
      detail: { e164: input.e164 },
    });
    return { id };
  });
}
