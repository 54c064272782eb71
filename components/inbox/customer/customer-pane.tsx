"use client";
import Link from "next/link";
import { PlaceCallButton } from "@/components/calls/place/place-call-button";
import { CustomerAddresses } from "@/components/inbox/customer/customer-addresses";
import { CustomerFacts } from "@/components/inbox/customer/customer-facts";
import { CustomerNotes } from "@/components/inbox/customer/customer-notes";
import { CustomerTags } from "@/components/inbox/customer/customer-tags";
import { EarlierConversations } from "@/components/inbox/customer/earlier-conversations";
import { EditableText } from "@/components/inbox/customer/editable-text";
import { useConversation } from "@/components/inbox/data/use-conversation";
import { useCustomer } from "@/components/inbox/data/use-customer";
import { personName } from "@/components/inbox/person-name";
import { Avatar } from "@/components/ui/display/avatar";
import { phoneFace } from "@/components/ui/display/phone-face";
import { Skeleton } from "@/components/ui/display/skeleton";

/** The right pane: who this is, how to reach them, what they allow, what was before. */
export function CustomerPane({ conversationId }: { conversationId: string }) {
  const { row } = useConversation(conversationId);
  if (!row) return <CustomerSkeleton />;
  return <Customer key={row.customerId} customerId={row.customerId} conversationId={conversationId} />;
}

function Customer({ customerId, conversationId }: { customerId: string; conversationId: string }) {
  const { customer, change } = useCustomer(customerId);
  if (!customer) return <CustomerSkeleton />;
  return (
    <div className="px-4.5 pt-4.5 pb-6">
      <div className="flex flex-col items-center text-center">
        <Avatar name={personName(customer.name)} size="lg" />
        <div className="mt-2.5 w-full text-title">
          <EditableText
            label="Name"
            value={customer.name}
            face={phoneFace(customer.name)}
            onSave={(name) => change({ name })}
          />
        </div>
        <p className="text-meta text-muted">
          Customer since {new Date(customer.createdAt).toLocaleDateString("en-GB", sinceFormat)}
        </p>
      </div>
      <dl className="mt-5 grid grid-cols-[80px_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 text-small">
        <CustomerAddresses customer={customer} />
        <CustomerFacts customer={customer} onChange={change} />
      </dl>
      <div className="mt-4">
        <PlaceCallButton customer={customer} size="sm" />
      </div>
      <CustomerTags tags={customer.tags} onChange={(tags) => change({ tags })} />
      <CustomerNotes conversationId={conversationId} />
      <EarlierConversations customerId={customerId} currentId={conversationId} />
      <Link
        href={`/customers/${customerId}`}
        className="mt-4 inline-block text-small text-accent underline-offset-2 hover:underline pointer-coarse:py-2.5"
      >
        Everything about this customer
      </Link>
    </div>
  );
}

const sinceFormat = { month: "long", year: "numeric", timeZone: "UTC" } as const;

function CustomerSkeleton() {
  return (
    <div role="status" className="flex flex-col items-center gap-2.5 px-4.5 pt-4.5">
      <span className="sr-only">Loading the customer…</span>
      <Skeleton isRound className="size-[54px]" />
      <Skeleton className="h-5 w-36" />
      <Skeleton className="mt-4 h-4 w-full" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-4/5" />
    </div>
  );
}
