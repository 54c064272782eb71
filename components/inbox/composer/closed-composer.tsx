"use client";
import { Ban, Clock, PhoneOff, StickyNote, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import type { ComposerModel } from "@/components/inbox/composer/use-composer";
import { useDesk } from "@/components/inbox/inbox-context";
import { useReaderZone } from "@/components/inbox/use-reader-zone";
import { CallButton } from "@/components/softphone/call-button";
import { Button } from "@/components/ui/action/button";
import { timeWords } from "@/components/ui/display/time-words";
import { type Obstacle, obstacleOn } from "@/lib/inbox/rules";
import type { ConversationView } from "@/lib/inbox/schema";

type ClosedComposerProps = { obstacle: Obstacle; model: ComposerModel; view: ConversationView };

/** A channel that cannot be used right now: why, and what can be done instead. */
export function ClosedComposer({ obstacle, model, view }: ClosedComposerProps) {
  const zone = useReaderZone();
  const { icon, title, words } = faceOf(obstacle, model, zone);
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-3 px-3.5 pt-2.5 pb-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-full bg-warn-soft text-warn [&_svg]:size-[18px]">
        {icon}
      </span>
      <div className="min-w-56 flex-1">
        <p className="font-semibold">{title}</p>
        <p className="text-small text-muted">{words}</p>
      </div>
      <Ways obstacle={obstacle} model={model} view={view} />
    </div>
  );
}

function Ways({ obstacle, model, view }: ClosedComposerProps) {
  const { senders } = useDesk();
  const other = model.channel === "sms" ? "whatsapp" : "sms";
  const canUseOther = obstacle.kind !== "opted_out" && !obstacleOn(other, view, senders, model.now);
  return (
    <div className="flex flex-wrap gap-2">
      {canUseOther && (
        <Button variant="primary" onClick={() => model.choose(other)}>
          Use {other === "sms" ? "SMS" : "WhatsApp"} instead
        </Button>
      )}
      <CallButton label="Call" number={view.addresses.sms} />
      <Button icon={<StickyNote aria-hidden />} onClick={() => model.choose("note")}>
        Write a note
      </Button>
    </div>
  );
}

type Face = { icon: ReactNode; title: string; words: string };

function faceOf(obstacle: Obstacle, { channel, now }: ComposerModel, zone: string): Face {
  const name = channel === "whatsapp" ? "WhatsApp" : "SMS";
  switch (obstacle.kind) {
    case "opted_out":
      return {
        icon: <Ban aria-hidden />,
        title: "This person texted STOP",
        words: "Messages to them are blocked. They can text START to allow them again.",
      };
    case "window_closed":
      return {
        icon: <Clock aria-hidden />,
        title: obstacle.endedAt ? "The WhatsApp window is closed" : "WhatsApp is not open yet",
        words: obstacle.endedAt
          ? `Free text was allowed until ${timeWords(new Date(obstacle.endedAt), now, zone, "long")}. It opens again when they write.`
          : "WhatsApp allows free text only after the customer has written there first.",
      };
    case "no_address":
      return {
        icon: <PhoneOff aria-hidden />,
        title: `There is no ${name} number for this person`,
        words: "They are known by another channel only.",
      };
    case "no_sender":
      return {
        icon: <Unplug aria-hidden />,
        title: `None of your numbers can send ${name}`,
        words: "Connect a number with this channel, then write from here.",
      };
  }
}
