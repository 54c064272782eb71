import { recordAudit } from "@/lib/audit";
import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { changeConsent } from "./change-consent";
import type { RecordConsent } from "./schema";

/** Writes down what a customer said about being texted, with the proof; holds for every later text at once. */
export function recordConsent(ctx: Ctx, input: { customerId: string } & RecordConsent): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const row = isId(input.customerId)
      ? await sql.one<{ address: string }>(
          "SELECT address FROM customer_addresses WHERE tenant_id = $1::uuid AND id = $2::uuid AND customer_id = $3::uuid",
          [ctx.tenantId, input.addressId, input.customerId],
        )
      : null;
    if (!row) throw new AppError("not_found", "There is no such address.");
    const { change, proof } = input;
    await changeConsent(sql, ctx, { address: row.address, change, source: "person", text: proof });
    await recordAudit(sql, ctx, {
      action: "consent.recorded",
      subject: { kind: "customer", id: input.customerId },
      detail: { change },
    });
    await emit(sql, ctx, { kind: "customer.changed", subject: { customerId: input.customerId } });
  });
}
