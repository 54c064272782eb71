import { MessagesSquare } from "lucide-react";
import { isLive } from "@/components/calls/call-words";
import { LiveMark } from "@/components/calls/live-mark";
import { CallButton } from "@/components/softphone/call-button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { phoneFace } from "@/components/ui/display/phone-face";
import { PageHead } from "@/components/ui/page/page-head";
import type { CallView } from "@/lib/calls/schema";

/** Who called, the way back to the list, and what to do next: write, or call. */
export function CallHead({ call }: { call: CallView }) {
  const other = call.direction === "inbound" ? call.from : call.to;
  return (
    <PageHead
      back={{ href: "/calls", label: "All calls" }}
      title={call.customerName ?? phoneFace(other)}
      aside={isLive(call) && <LiveMark call={call} />}
      actions={
        <>
          {call.conversationId && (
            <ButtonLink href={`/inbox/${call.conversationId}`} icon={<MessagesSquare aria-hidden />}>
              <span className="max-sm:sr-only">Conversation</span>
            </ButtonLink>
          )}
          {other.startsWith("+") && <CallButton number={other} label="Call back" variant="primary" />}
        </>
      }
    />
  );
}
