import { Plus } from "lucide-react";
import { ExampleCall } from "@/app/design/example-call";
import { type ExampleCustomer, exampleCustomers } from "@/app/design/example-customers";
import { ExampleFrame } from "@/app/design/example-frame";
import { Button } from "@/components/ui/action/button";
import { Avatar } from "@/components/ui/display/avatar";
import { ChannelIcon } from "@/components/ui/display/channel-icon";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { StateBadge } from "@/components/ui/display/state-badge";
import { type Column, DataTable } from "@/components/ui/page/data-table";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { Pagination } from "@/components/ui/page/pagination";

const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });

const columns: Column<ExampleCustomer>[] = [
  {
    head: "Name",
    cell: (customer) => (
      <span className="flex items-center gap-2.5">
        <Avatar name={customer.name} size="sm" />
        <span className="truncate">{customer.name}</span>
      </span>
    ),
  },
  { head: "Phone", cell: (customer) => <PhoneNumber e164={customer.phone} />, isWideOnly: true },
  { head: "Last said by", cell: (customer) => <ChannelIcon channel={customer.channel} />, isWideOnly: true },
  { head: "State", cell: (customer) => <StateBadge state={customer.state} /> },
  { head: "Spent", cell: (customer) => dollars.format(customer.spent), isNumber: true, isWideOnly: true },
  { head: "Last heard", cell: (customer) => <RelativeTime at={customer.heardAt} />, isNumber: true },
];

type FramePageProps = { searchParams: Promise<{ call?: string; reconnecting?: string }> };

export default async function FramePage({ searchParams }: FramePageProps) {
  const { call, reconnecting } = await searchParams;
  const customers = exampleCustomers();
  return (
    <ExampleFrame callCard={call && <ExampleCall />} isReconnecting={Boolean(reconnecting)}>
      <PageHead
        title="Customers"
        aside="1,204"
        actions={
          <Button variant="primary" icon={<Plus aria-hidden />}>
            Add customer
          </Button>
        }
      />
      <PageBody>
        <DataTable
          caption="Customers"
          columns={columns}
          rows={customers}
          rowKey={(customer) => customer.phone}
          rowHref={(customer) => `/design/frame?customer=${encodeURIComponent(customer.phone)}`}
          footer={
            <Pagination nextHref="/design/frame?after=9" summary={`1 to ${customers.length} of 1,204`} />
          }
        />
      </PageBody>
    </ExampleFrame>
  );
}
