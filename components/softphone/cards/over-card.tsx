"use client";
import Link from "next/link";
import { usePhone } from "@/components/softphone/phone/phone-context";
import type { PhoneCall } from "@/components/softphone/phone/phone-state";
import { Button } from "@/components/ui/action/button";
import { CardFrame, callerName } from "./card-frame";
import { NoteField } from "./note-field";
import { OutcomeChoice } from "./outcome-choice";

/** What is left to do after a call: a note, and the way to the conversation. */
export function OverCard({ call }: { call: PhoneCall }) {
  const phone = usePhone();
  const name = callerName(call);
  const conversationId = call.card?.conversationId;
  return (
    <CardFrame label={`After the call with ${name}`}>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="truncate font-semibold">{name}</p>
          <p role="status" className="text-meta text-muted">
            {call.since ? "Call ended" : (call.ending ?? "Call ended")}
          </p>
        </div>
        <Button size="sm" onClick={() => phone.putAway()}>
          Done
        </Button>
      </div>
      {call.since && call.ending && <p className="text-small text-warn">{call.ending}</p>}
      {conversationId && (
        <>
          {call.since && <OutcomeChoice conversationId={conversationId} />}
          <NoteField conversationId={conversationId} />
          <Link
            href={`/inbox/${conversationId}`}
            className="text-small text-muted underline underline-offset-2 hover:text-text"
          >
            Open the conversation
          </Link>
        </>
      )}
    </CardFrame>
  );
}
