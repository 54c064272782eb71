"use client";
import { useQuery } from "@tanstack/react-query";
import { LocalTime } from "@/components/inbox/customer/local-time";
import { customerQuery } from "@/components/inbox/data/queries";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import type { ConversationRow } from "@/lib/inbox/schema";
import { zoneOf } from "@/lib/kernel/zones";

/** Number, place and the time there, under the name. */
export function WhoLine({ row }: { row: ConversationRow }) {
  const { data: customer } = useQuery(customerQuery(row.customerId));
  const number = row.customerAddress?.replace(/^whatsapp:/, "");
  const zone = customer && zoneOf(customer, row.customerAddress);
  return (
    <p className="flex gap-1.5 truncate text-meta text-muted">
      {number ? <PhoneNumber e164={number} /> : <span>#{row.number}</span>}
      {customer?.city && (
        <span className="truncate max-sm:hidden">
          <span aria-hidden>· </span>
          {customer.city}
        </span>
      )}
      {zone && (
        <span className="whitespace-nowrap max-sm:hidden">
          <span aria-hidden>· </span>
          <LocalTime zone={zone} /> there
        </span>
      )}
    </p>
  );
}
