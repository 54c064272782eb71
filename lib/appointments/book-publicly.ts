import { recogniseCustomer } from "@/lib/customers";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { parsePhone } from "@/lib/kernel/phone";
import { readTenantIn } from "@/lib/tenants";
import { bookAppointment } from "./book-appointment";
import { requireBooked } from "./require-booked";
import type { BookPublicly, PublicBooking } from "./schema";

const mostAhead = 3;

/**
 * Books for a stranger. Whether the number is known is not said and changes nothing that they see; the name they give
 * names only somebody new, so that nobody is renamed through a public page.
 */
export async function bookPublicly(ctx: Ctx, input: BookPublicly): Promise<PublicBooking> {
  const customerId = await withTenantSql(ctx, async (sql) => {
    const { country, slug } = await readTenantIn(sql, ctx);
    const phone = parsePhone(input.phone, country);
    if (!phone.ok)
      throw new AppError(
        "invalid_input",
        "phone: this is not a phone number. Write it with its country code.",
      );
    const found = await recogniseCustomer(sql, ctx, {
      ...{ address: phone.e164, channel: "sms", defaultCountry: country, install: slug },
    });
    if (!found) throw new AppError("invalid_input", "phone: this is not a phone number.");
    const ahead = await sql.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM appointments WHERE tenant_id = $1::uuid AND customer_id = $2::uuid AND status = 'booked'
          AND starts_at > $3::timestamptz AND dedupe_key IS DISTINCT FROM $4`,
      [ctx.tenantId, found.customerId, ctx.clock.now(), keyOf(input)],
    );
    if ((ahead?.count ?? 0) >= mostAhead)
      throw new AppError(
        "refused",
        "There are several bookings with this number already. Please call us for another one.",
      );
    if (found.isNew)
      await sql.run(
        "UPDATE customers SET name = $3, name_source = 'profile' WHERE tenant_id = $1::uuid AND id = $2::uuid",
        [ctx.tenantId, found.customerId, input.name],
      );
    return found.customerId;
  });
  const { startsAt, endsAt, serviceName, staffName } = requireBooked(
    await bookAppointment(ctx, {
      ...{ customerId, serviceId: input.serviceId, staffId: input.staffId, startsAt: input.startsAt },
      ...{ source: "booking_page", dedupeKey: keyOf(input) },
      notes: [`Booked online as ${input.name}.`, input.notes.trim()].filter(Boolean).join(" "),
    }),
  );
  return { startsAt, endsAt, serviceName, staffName };
}

function keyOf({ key }: BookPublicly): string {
  return `booking page ${key}`;
}
