import { CircleSlash } from "lucide-react";
import { personName } from "@/components/inbox/person-name";
import { Avatar } from "@/components/ui/display/avatar";
import { phoneFace } from "@/components/ui/display/phone-face";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { Tag } from "@/components/ui/display/tag";
import type { Column } from "@/components/ui/page/data-table";
import type { CustomerView } from "@/lib/customers/schema";

const tagsShown = 3;

/** The columns of the list. On a phone the first one tells it all. */
export const customersColumns: Column<CustomerView>[] = [
  { head: "Name", cell: (customer) => <Who customer={customer} /> },
  { head: "Number", isWideOnly: true, cell: (customer) => <Reach customer={customer} /> },
  { head: "Tags", isWideOnly: true, cell: (customer) => <Tags customer={customer} /> },
  {
    ...{ head: "Last contact", isNumber: true },
    cell: ({ lastContactAt }) => (
      <span className="text-muted max-md:text-meta">
        {lastContactAt ? <RelativeTime at={lastContactAt} form="short" /> : "–"}
      </span>
    ),
  },
];

function Who({ customer }: { customer: CustomerView }) {
  const [first] = customer.addresses;
  const place = [customer.city, customer.region].filter(Boolean).join(", ") || customer.country;
  return (
    <span className="flex items-center gap-3 py-1">
      <Avatar name={personName(customer.name)} size="sm" />
      <span className="min-w-0">
        <span className="block truncate font-semibold max-md:max-w-[48vw] md:max-w-72">
          {phoneFace(customer.name)}
        </span>
        <span className="hidden truncate text-meta font-normal text-muted md:block">
          {customer.email?.endsWith(".local") ? place : (customer.email ?? place)}
        </span>
        <span className="block text-meta font-normal text-muted md:hidden">
          {first && <PhoneNumber e164={first.address.replace(/^whatsapp:/, "")} />}
        </span>
      </span>
    </span>
  );
}

function Reach({ customer: { addresses, optedOut } }: { customer: CustomerView }) {
  const [first, ...others] = addresses;
  return (
    <span className="block">
      {first && <PhoneNumber e164={first.address.replace(/^whatsapp:/, "")} />}
      {others.length > 0 && <span className="text-muted"> +{others.length}</span>}
      {optedOut && (
        <span className="mt-0.5 flex items-center gap-1 text-meta text-bad">
          <CircleSlash className="size-3.5" aria-hidden />
          No texts
        </span>
      )}
    </span>
  );
}

function Tags({ customer: { tags } }: { customer: CustomerView }) {
  return (
    <span className="flex flex-wrap gap-1">
      {tags.slice(0, tagsShown).map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
      {tags.length > tagsShown && <Tag tone="quiet">{`+${tags.length - tagsShown}`}</Tag>}
    </span>
  );
}
