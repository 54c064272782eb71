import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { parseAddress } from "@/lib/kernel/address";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { readTenantIn } from "@/lib/tenants";
import type { CustomerView, NewAddress } from "./schema";
import { requireCustomer } from "./view-customers";

const mostAddresses = 20;

/** Gives a customer one more number or WhatsApp address. Throws `conflict` when it is somebody's already. */
export function addAddress(ctx: Ctx, input: { id: string } & NewAddress): Promise<CustomerView> {
  return withTenantSql(ctx, async (sql) => {
    const customer = await requireCustomer(sql, ctx, input.id);
    if (customer.addresses.length >= mostAddresses)
      throw new AppError("refused", `A customer can have ${mostAddresses} addresses.`);
    const { country } = await readTenantIn(sql, ctx);
    const address = parseAddress(input.address, country);
    if (address.kind !== "phone" && address.kind !== "whatsapp")
      throw new AppError("invalid_input", "address: this is not a phone number or WhatsApp address.");
    const made = await sql.run(
      `INSERT INTO customer_addresses (tenant_id, id, customer_id, kind, address, created_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::timestamptz) ON CONFLICT (tenant_id, address) DO NOTHING`,
      [ctx.tenantId, newId(), input.id, address.kind, address.address, ctx.clock.now()],
    );
    if (made === 0) throw await takenBy(sql, ctx, address.address, customer);
    return told(sql, ctx, input.id, "customer.address_added");
  });
}

/** Takes an address away; the last one stays, because somebody without any cannot be known again. */
export function removeAddress(ctx: Ctx, input: { id: string; addressId: string }): Promise<CustomerView> {
  return withTenantSql(ctx, async (sql) => {
    const { addresses } = await requireCustomer(sql, ctx, input.id);
    if (!addresses.some(({ id }) => id === input.addressId))
      throw new AppError("not_found", "There is no such address.");
    if (addresses.length === 1)
      throw new AppError("refused", "This is their only address. Add another one first.");
    await sql.run("DELETE FROM customer_addresses WHERE tenant_id = $1::uuid AND id = $2::uuid", [
      ctx.tenantId,
      input.addressId,
    ]);
    return told(sql, ctx, input.id, "customer.address_removed");
  });
}

async function takenBy(sql: Sql, ctx: Ctx, address: string, customer: CustomerView): Promise<AppError> {
  const owner = await sql.one<{ id: string; name: string }>(
    `SELECT c.id, c.name FROM customer_addresses a JOIN customers c ON c.tenant_id = a.tenant_id AND c.id = a.customer_id
      WHERE a.tenant_id = $1::uuid AND a.address = $2`,
    [ctx.tenantId, address],
  );
  const who = owner?.id === customer.id ? "This customer has that address already." : null;
  return new AppError(
    "conflict",
    who ?? `That address is ${owner?.name ?? "somebody else"}'s. If they are one person, merge the two.`,
    { details: { customerId: owner?.id ?? null } },
  );
}

async function told(sql: Sql, ctx: Ctx, id: string, action: string): Promise<CustomerView> {
  await recordAudit(sql, ctx, { action, subject: { kind: "customer", id } });
  await emit(sql, ctx, { kind: "customer.changed", subject: { customerId: id } });
  return requireCustomer(sql, ctx, id);
}
