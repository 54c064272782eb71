import { CallIconButton } from "@/components/softphone/call-icon-button";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import type { CustomerView } from "@/lib/customers/schema";

const words: Record<string, string> = { phone: "Phone", whatsapp: "WhatsApp" };

/** Every number and WhatsApp address of a customer. */
export function CustomerAddresses({ customer }: { customer: CustomerView }) {
  return customer.addresses.map(({ kind, address }) => (
    <div key={address} className="contents">
      <dt className="text-muted">{words[kind] ?? kind}</dt>
      <dd className="flex min-w-0 items-center justify-between gap-2">
        <PhoneNumber e164={address.replace(/^whatsapp:/, "")} />
        {kind === "phone" && <CallIconButton number={address} />}
      </dd>
    </div>
  ));
}
