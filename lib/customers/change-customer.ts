import { recordAudit } from "@/lib/audit";
import { withTenant } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import type { ChangeCustomer, CustomerView } from "./schema";
import { readCustomer } from "./view-customers";

/** Changes what a person typed about a customer; a name given by a person is never overwritten by a carrier's. */
export async function changeCustomer(
  ctx: Ctx,
  input: { id: string } & ChangeCustomer,
): Promise<CustomerView> {
  const { id, ...changes } = input;
  if (!isId(id)) throw new AppError("not_found", "There is no such customer.");
  return withTenant(ctx, async (tx) => {
    const touched = await tx.customer.updateMany({
      where: { tenantId: ctx.tenantId, id },
      data: {
        ...changes,
        ...(changes.name ? { nameSource: "person" } : {}),
        ...(changes.email ? { emailSource: "given" } : {}),
        updatedAt: ctx.clock.now(),
      },
    });
    const customer = touched.count === 1 ? await readCustomer(tx.sql, ctx, id) : null;
    if (!customer) throw new AppError("not_found", "There is no such customer.");
    await recordAudit(tx.sql, ctx, {
      action: "customer.changed",
      subject: { kind: "customer", id },
      detail: { fields: Object.keys(changes) },
    });
    await emit(tx.sql, ctx, { kind: "customer.changed", subject: { customerId: id } });
    return customer;
  });
}
