"use client";
import { Phone as PhoneIcon, PhoneOff } from "lucide-react";
import { usePhone } from "@/components/softphone/phone/phone-context";
import type { PhoneCall } from "@/components/softphone/phone/phone-state";
import { IconButton } from "@/components/ui/action/icon-button";
import { Avatar } from "@/components/ui/display/avatar";
import { CallerFacts, CardFrame, callerName } from "./card-frame";
import { useCallTitle } from "./use-call-title";

/** Somebody calls. Escape does nothing here: a call is answered or declined on purpose. */
export function IncomingCard({ call }: { call: PhoneCall }) {
  const phone = usePhone();
  const name = callerName(call);
  useCallTitle(`${name} calls`);
  return (
    <CardFrame label={`Call from ${name}`}>
      <p role="status" className="sr-only">
        {name} is calling
      </p>
      <div className="flex items-start gap-3">
        <span className="animate-ring rounded-full">
          <Avatar name={name} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{name}</p>
          <CallerFacts call={call} />
        </div>
        <div className="flex shrink-0 gap-2">
          <IconButton
            variant="decline"
            size="lg"
            label="Decline"
            icon={<PhoneOff aria-hidden />}
            onClick={() => phone.decline()}
          />
          <IconButton
            variant="answer"
            size="lg"
            label="Answer"
            icon={<PhoneIcon aria-hidden />}
            onClick={() => phone.accept()}
          />
        </div>
      </div>
    </CardFrame>
  );
}
