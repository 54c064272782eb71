"use client";
import { BotMessageSquare } from "lucide-react";
import { useState } from "react";
import { PlaceCallDialog } from "@/components/calls/place/place-call-dialog";
import { personName } from "@/components/inbox/person-name";
import { Button } from "@/components/ui/action/button";
import { phoneFace } from "@/components/ui/display/phone-face";
import type { CustomerView } from "@/lib/customers/schema";

/** Sends the receptionist to call a customer; nothing for somebody without a phone. */
export function PlaceCallButton({ customer, size }: { customer: CustomerView; size?: "sm" }) {
  const [isOpen, setIsOpen] = useState(false);
  const phone = phoneOf(customer);
  if (phone === null) return null;
  const name = personName(customer.name) || phoneFace(customer.name);
  return (
    <>
      <Button size={size} icon={<BotMessageSquare aria-hidden />} onClick={() => setIsOpen(true)}>
        Let the receptionist call
      </Button>
      {isOpen && (
        <PlaceCallDialog customer={{ id: customer.id, name, phone }} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}

function phoneOf({ addresses }: CustomerView): string | null {
  const shown = addresses.map(({ address }) => address.replace(/^whatsapp:/, ""));
  return shown.find((address) => address.startsWith("+")) ?? null;
}
