import { recordAudit } from "@/lib/audit";
import { withTenantSql } from "@/lib/db";
import { parseAddress } from "@/lib/kernel/address";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { readTenant } from "@/lib/tenants";
import { changeCustomer } from "./change-customer";
import { recogniseCustomer } from "./recognise-customer";
import type { CreateCustomer, CustomerView } from "./schema";

/** Makes a customer by hand. Throws `conflict`, with their id, when the address is somebody's already. */
export async function createCustomer(ctx: Ctx, input: CreateCustomer): Promise<CustomerView> {
  const { address, ...changes } = input;
  const tenant = await readTenant(ctx);
  const parsed = parseAddress(address, tenant.country);
  if (parsed.kind !== "phone" && parsed.kind !== "whatsapp")
    throw new AppError(
      "invalid_input",
      "address: this is not a phone number. Write it with its country code, such as +1 415 555 2671.",
    );
  const id = await withTenantSql(ctx, async (sql) => {
    const found = await recogniseCustomer(sql, ctx, {
      ...{ address: parsed.address, channel: parsed.kind === "whatsapp" ? "whatsapp" : "sms" },
      ...{ defaultCountry: tenant.country, install: tenant.slug },
    });
    if (!found?.isNew)
      throw new AppError("conflict", "A customer with this number is there already.", {
        details: { customerId: found?.customerId ?? null },
      });
    await recordAudit(sql, ctx, {
      action: "customer.created",
      subject: { kind: "customer", id: found.customerId },
    });
    return found.customerId;
  });
  return changeCustomer(ctx, { id, ...changes });
}
