import { MessagesSquare } from "lucide-react";
import { isLive } from "@/components/calls/call-words";
import { callerFace } from "@/components/calls/caller-face";
import { LiveMark } from "@/components/calls/live-mark";
import { CallButton } from "@/components/softphone/call-button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { PageHead } from "@/components/ui/page/page-head";
import type { CallView } from "@/lib/calls/schema";

/** Who called, the way back to the list, and what to do next: write, or call. */
export function CallHead({ call }: { call: CallView }) {
  const { title, number } = callerFace(call);
  return (
    <PageHead
      back={{ href: "/calls", label: "All calls" }}
      title={title}
      aside={isLive(call) && <LiveMark call={call} />}
      actions={
        <>
          {call.conversationId && (
            <ButtonLink href={`/inbox/${call.conversationId}`} icon={<MessagesSquare aria-hidden />}>
              <span className="max-sm:sr-only">Conversation</span>
            </ButtonLink>
          )}
          {number.startsWith("+") && <CallButton number={number} label="Call back" variant="primary" />}
        </>
      }
    />
  );
}
