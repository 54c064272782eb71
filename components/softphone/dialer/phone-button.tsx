"use client";
import { Headset } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { usePhoneState } from "@/components/softphone/phone/phone-context";
import type { PhonePresence } from "@/components/softphone/phone/phone-state";
import { Popover } from "@/components/ui/overlay/popover";

const PhonePanel = dynamic(() => import("./phone-panel").then((module) => module.PhonePanel));

const presenceWords: Record<PhonePresence, string> = {
  offline: "off",
  connecting: "connecting",
  online: "online",
  away: "away",
};

const dots: Record<PhonePresence, string> = {
  offline: "bg-rail-muted",
  connecting: "bg-warn animate-pulse",
  online: "bg-good",
  away: "bg-warn",
};

/** Opens the softphone from the rail or, on a phone, from the tab bar; its dot says whether calls ring here. */
export function PhoneButton({ className, side }: { className: string; side: "right" | "top" }) {
  const { presence } = usePhoneState();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      label="Softphone"
      side={side}
      align="end"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <button type="button" aria-label={`Phone, ${presenceWords[presence]}`} className={className}>
          <span className="relative [&>svg]:size-5 [&>svg]:stroke-[1.7]">
            <Headset aria-hidden />
            <span
              aria-hidden
              className={`absolute -right-1 -bottom-0.5 size-2 rounded-full ${dots[presence]}`}
            />
          </span>
          <span>Phone</span>
        </button>
      }
    >
      <PhonePanel onDone={() => setIsOpen(false)} />
    </Popover>
  );
}
