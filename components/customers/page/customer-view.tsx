"use client";
import { PlaceCallButton } from "@/components/calls/place/place-call-button";
import { useLiveCustomer } from "@/components/customers/data/use-live-customers";
import { AddressList } from "@/components/customers/page/address-list";
import { ConsentList } from "@/components/customers/page/consent-list";
import { CustomerMenu } from "@/components/customers/page/customer-menu";
import { FieldList } from "@/components/customers/page/field-list";
import { Merges } from "@/components/customers/page/merges";
import { NotesCard } from "@/components/customers/page/notes-card";
import { Timeline } from "@/components/customers/page/timeline";
import { WriteText } from "@/components/customers/page/write-text";
import { CustomerFacts } from "@/components/inbox/customer/customer-facts";
import { CustomerTags } from "@/components/inbox/customer/customer-tags";
import { EditableText } from "@/components/inbox/customer/editable-text";
import { useCustomer } from "@/components/inbox/data/use-customer";
import { InboxContext } from "@/components/inbox/inbox-context";
import { personName } from "@/components/inbox/person-name";
import { Avatar } from "@/components/ui/display/avatar";
import { phoneFace } from "@/components/ui/display/phone-face";
import { PageHead } from "@/components/ui/page/page-head";
import type { InboxDesk } from "@/lib/inbox/schema";

type CustomerPageProps = { id: string; desk: InboxDesk; may: CustomerRights };

/** What the reader may do here. */
type CustomerRights = { manage: boolean; export: boolean; erase: boolean };

/** One person: who they are on the side, everything said with them in the middle, a text below it. */
export function CustomerPage({ id, desk, may }: CustomerPageProps) {
  return (
    <InboxContext value={desk}>
      <CustomerView id={id} may={may} />
    </InboxContext>
  );
}

function CustomerView({ id, may }: { id: string; may: CustomerRights }) {
  useLiveCustomer(id);
  const { customer, change } = useCustomer(id);
  if (!customer) return null;
  return (
    <div className="lg:flex lg:h-full lg:flex-col">
      <PageHead
        title={phoneFace(customer.name)}
        back={{ href: "/customers", label: "All customers" }}
        actions={
          <>
            <span className="max-md:hidden">
              <PlaceCallButton customer={customer} />
            </span>
            <CustomerMenu customer={customer} mayExport={may.export} mayErase={may.erase} />
          </>
        }
      />
      <div className="lg:grid lg:min-h-0 lg:flex-1 lg:grid-cols-[minmax(0,1fr)_380px]">
        <section aria-label="Timeline" className="flex min-h-0 flex-col max-lg:h-[78dvh]">
          <Timeline id={id} />
          <WriteText customer={customer} />
        </section>
        <aside
          aria-label="About this customer"
          className="scroll-quiet border-line bg-panel px-4.5 pt-4.5 pb-8 max-lg:border-t lg:overflow-y-auto lg:border-l"
        >
          <div className="flex items-center gap-3.5">
            <Avatar name={personName(customer.name)} size="lg" />
            <div className="min-w-0 flex-1">
              <div className="text-title">
                <EditableText
                  label="Name"
                  isLeft
                  value={customer.name}
                  face={phoneFace(customer.name)}
                  onSave={(name) => change({ name })}
                />
              </div>
              <p className="text-meta text-muted">
                Customer since {new Date(customer.createdAt).toLocaleDateString("en-GB", sinceFormat)}
              </p>
            </div>
          </div>
          <div className="mt-4 md:hidden">
            <PlaceCallButton customer={customer} />
          </div>
          <dl className="mt-5 grid grid-cols-[80px_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 text-small">
            <CustomerFacts customer={customer} onChange={change} />
          </dl>
          <AddressList customer={customer} />
          <CustomerTags tags={customer.tags} onChange={(tags) => change({ tags })} />
          <FieldList customer={customer} mayManage={may.manage} onChange={change} />
          <NotesCard id={id} />
          <ConsentList customer={customer} />
          <Merges id={id} />
        </aside>
      </div>
    </div>
  );
}

const sinceFormat = { month: "long", year: "numeric", timeZone: "UTC" } as const;
