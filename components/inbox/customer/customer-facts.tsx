"use client";
import { CircleCheck, CircleSlash } from "lucide-react";
import { EditableText } from "@/components/inbox/customer/editable-text";
import { LocalTime } from "@/components/inbox/customer/local-time";
import type { ChangeCustomer, CustomerView } from "@/lib/customers/schema";
import { zoneOf } from "@/lib/kernel/zones";

type CustomerFactsProps = { customer: CustomerView; onChange: (changes: ChangeCustomer) => unknown };

/** E-mail, consent, place and the time there. */
export function CustomerFacts({ customer, onChange }: CustomerFactsProps) {
  const zone = zoneOf(customer, customer.addresses[0]?.address ?? null);
  const place = [customer.city, customer.region, countryName(customer)].filter(Boolean).join(", ");
  return (
    <>
      <dt className="text-muted">E-mail</dt>
      <dd className="min-w-0">
        <EditableText
          label="E-mail"
          type="email"
          isLeft
          value={customer.email ?? ""}
          placeholder="Add an address"
          onSave={(email) => onChange({ email })}
        />
      </dd>
      <dt className="text-muted">Consent</dt>
      <dd>
        {customer.optedOut ? (
          <span className="flex items-center gap-1.5 text-bad">
            <CircleSlash className="size-4" aria-hidden />
            Texted STOP
          </span>
        ) : (
          <span className="flex items-center gap-1.5">
            <CircleCheck className="size-4 text-good" aria-hidden />
            Texts allowed
          </span>
        )}
      </dd>
      {place && (
        <>
          <dt className="text-muted">Place</dt>
          <dd className="truncate">{place}</dd>
        </>
      )}
      {zone && (
        <>
          <dt className="text-muted">Time there</dt>
          <dd>
            <LocalTime zone={zone} />
            <span className="text-muted"> · {zone.split("/").at(-1)?.replaceAll("_", " ")}</span>
          </dd>
        </>
      )}
    </>
  );
}

/** In full when it stands alone; next to a city its code says enough. */
function countryName({ country, city }: CustomerView): string | null {
  if (!country || city) return country;
  return new Intl.DisplayNames("en", { type: "region", fallback: "code" }).of(country) ?? country;
}
