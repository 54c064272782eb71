"use client";
import { Grid3x3, Mic, MicOff, NotebookPen, PhoneOff } from "lucide-react";
import { useState } from "react";
import { useSeconds } from "@/components/calls/use-seconds";
import { Keypad } from "@/components/softphone/dialer/keypad";
import { usePhone } from "@/components/softphone/phone/phone-context";
import type { PhoneCall } from "@/components/softphone/phone/phone-state";
import { IconButton } from "@/components/ui/action/icon-button";
import { Avatar } from "@/components/ui/display/avatar";
import { CardFrame, callerName } from "./card-frame";
import { NoteField } from "./note-field";

/** A call that is dialled or running. */
export function TalkCard({ call }: { call: PhoneCall }) {
  const phone = usePhone();
  const [open, setOpen] = useState<"keypad" | "notes" | null>(null);
  const name = callerName(call);
  const toggle = (part: "keypad" | "notes") => setOpen(open === part ? null : part);
  return (
    <CardFrame label={`Call with ${name}`}>
      <div className="flex items-center gap-3">
        <Avatar name={name} />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{name}</p>
          <p className="tabular text-meta text-muted" role="status">
            <CallClock call={call} />
          </p>
        </div>
        <IconButton
          variant="decline"
          size="lg"
          label="Hang up"
          icon={<PhoneOff aria-hidden />}
          onClick={() => phone.hangUp()}
        />
      </div>
      {call.warning && (
        <p role="alert" className="rounded-control bg-warn-soft px-2.5 py-1.5 text-small text-warn">
          {call.warning}
        </p>
      )}
      <div className="flex gap-1">
        <IconButton
          size="lg"
          label={call.isMuted ? "Unmute" : "Mute"}
          aria-pressed={call.isMuted}
          disabled={call.phase !== "talking"}
          icon={call.isMuted ? <MicOff aria-hidden /> : <Mic aria-hidden />}
          onClick={() => phone.toggleMute()}
        />
        <IconButton
          size="lg"
          label="Keypad"
          aria-pressed={open === "keypad"}
          disabled={call.phase !== "talking"}
          icon={<Grid3x3 aria-hidden />}
          onClick={() => toggle("keypad")}
        />
        <IconButton
          size="lg"
          label="Notes"
          aria-pressed={open === "notes"}
          disabled={!call.card?.conversationId}
          icon={<NotebookPen aria-hidden />}
          onClick={() => toggle("notes")}
        />
      </div>
      {open === "keypad" && <Keypad onPress={(key) => phone.press(key)} />}
      {open === "notes" && call.card?.conversationId && (
        <NoteField conversationId={call.card.conversationId} />
      )}
    </CardFrame>
  );
}

function CallClock({ call }: { call: PhoneCall }) {
  const seconds = useSeconds(call.since ?? "", call.since !== null);
  if (call.phase === "dialing") return "Ringing…";
  if (call.phase === "reconnecting") return "Connection lost, trying again…";
  const passed = seconds ?? 0;
  return `${Math.floor(passed / 60)}:${String(passed % 60).padStart(2, "0")}`;
}
