"use client";
import { CircleSlash, Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { SideSection } from "@/components/customers/page/side-section";
import { useAbout } from "@/components/customers/page/use-about";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { ChannelIcon } from "@/components/ui/display/channel-icon";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import { Input } from "@/components/ui/form/input";
import type { CustomerView } from "@/lib/customers/schema";

/** Every number and WhatsApp address, with adding and removing. */
export function AddressList({ customer }: { customer: CustomerView }) {
  const { save, isWorking } = useAbout(customer.id);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <SideSection
      title="Addresses"
      action={
        !isAdding && (
          <IconButton
            label="Add an address"
            size="sm"
            icon={<Plus aria-hidden />}
            onClick={() => setIsAdding(true)}
          />
        )
      }
    >
      <ul className="space-y-0.5">
        {customer.addresses.map(({ id, kind, address, optedOut }) => (
          <li key={id} className="flex min-h-8 items-center gap-2 text-small">
            <ChannelIcon channel={kind === "whatsapp" ? "whatsapp" : "sms"} />
            <span className="min-w-0 flex-1 truncate">
              <PhoneNumber e164={address.replace(/^whatsapp:/, "")} />
            </span>
            {optedOut && (
              <span className="flex items-center gap-1 text-meta text-bad">
                <CircleSlash className="size-3.5" aria-hidden />
                Opted out
              </span>
            )}
            {customer.addresses.length > 1 && (
              <IconButton
                label={`Remove ${address.replace(/^whatsapp:/, "WhatsApp ")}`}
                size="sm"
                icon={<X aria-hidden />}
                onClick={() => void save("DELETE", `/addresses/${id}`)}
              />
            )}
          </li>
        ))}
      </ul>
      {isAdding && (
        <NewAddress
          isWorking={isWorking}
          onCancel={() => setIsAdding(false)}
          onAdd={async (address) => {
            if (await save("POST", "/addresses", { address })) setIsAdding(false);
          }}
        />
      )}
    </SideSection>
  );
}

type NewAddressProps = { isWorking: boolean; onCancel: () => void; onAdd: (address: string) => unknown };

function NewAddress({ isWorking, onCancel, onAdd }: NewAddressProps) {
  const [text, setText] = useState("");
  function add(event: FormEvent) {
    event.preventDefault();
    if (text.trim()) onAdd(text.trim());
  }
  return (
    <form onSubmit={add} className="mt-2 flex flex-wrap gap-2">
      <Input
        ref={(field) => field?.focus()}
        aria-label="New address"
        isTabular
        placeholder="(415) 555-2671"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button size="sm" type="submit" isLoading={isWorking}>
        Add
      </Button>
      <Button size="sm" variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
