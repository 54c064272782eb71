"use client";
import { CircleAlert, CircleHelp, RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import type { Outgoing } from "@/components/inbox/data/outbox";
import { useRetry } from "@/components/inbox/data/use-retry";
import { useSend } from "@/components/inbox/data/use-send";
import { Button } from "@/components/ui/action/button";
import { cx } from "@/components/ui/cx";
import { toast } from "@/components/ui/overlay/toast";
import { isRepeatable } from "@/lib/messages/rules";
import type { MessageView } from "@/lib/messages/schema";

type DeliveryTroubleProps = { entry: MessageView; outgoing?: Outgoing | undefined };

/** Under a message that did not arrive: what happened, what to do about it, and doing it. */
export function DeliveryTrouble({ entry, outgoing }: DeliveryTroubleProps) {
  if (outgoing?.state === "unsent") return <Unsent outgoing={outgoing} />;
  if (entry.direction !== "outbound" || !isRepeatable(entry.status)) return null;
  if (entry.repeatedAs)
    return (
      <p className="mt-0.5 px-0.5 text-meta text-muted">
        {entry.repeatedAs === "pending" ? "Sending again…" : "Sent again, see below"}
      </p>
    );
  if (entry.status === "canceled" && !entry.error)
    return (
      <p className="mt-0.5 px-0.5 text-meta text-muted">
        {entry.author.kind === "assistant" ? "Not sent: a person took over" : "Taken back before it was sent"}
      </p>
    );
  return entry.status === "unknown" ? <Doubtful entry={entry} /> : <Failed entry={entry} />;
}

function Failed({ entry }: { entry: MessageView }) {
  const retry = useRetry();
  return (
    <Trouble
      tone="bad"
      title={entry.error?.title ?? "This message was not delivered."}
      action={<Again label="Retry" onClick={() => void retry(entry)} />}
    >
      {entry.error?.cure ?? "The carrier gave no reason. Try again, or call."}
    </Trouble>
  );
}

function Doubtful({ entry }: { entry: MessageView }) {
  const retry = useRetry();
  return (
    <Trouble
      tone="warn"
      title="We don't know whether this arrived."
      action={<Again label="Send again" onClick={() => void retry(entry)} />}
    >
      The carrier may have taken it. We keep asking, and never repeat it by ourselves: it could arrive twice.
    </Trouble>
  );
}

function Unsent({ outgoing }: { outgoing: Outgoing }) {
  const { sendAgain, discard } = useSend();
  async function again() {
    const result = await sendAgain(outgoing);
    if (result.kind === "refused") toast.error("Not sent", { description: result.refusal.message });
  }
  return (
    <Trouble
      tone="bad"
      title="Not sent: the server could not be reached."
      action={
        <>
          <Button size="sm" variant="ghost" onClick={() => discard(outgoing)}>
            Discard
          </Button>
          <Again label="Send now" onClick={() => void again()} />
        </>
      }
    >
      It is kept here. Sending it again cannot make two.
    </Trouble>
  );
}

type TroubleProps = { tone: "bad" | "warn"; title: string; action: ReactNode; children: ReactNode };

function Trouble({ tone, title, action, children }: TroubleProps) {
  const Icon = tone === "bad" ? CircleAlert : CircleHelp;
  return (
    <div
      className={cx(
        "mt-1.5 flex max-w-[min(92%,560px)] flex-wrap items-center gap-x-3 gap-y-2 rounded-card py-2 pr-2 pl-3",
        tone === "bad" ? "bg-bad-soft" : "bg-warn-soft",
      )}
    >
      <Icon
        className={cx("size-[18px] shrink-0 self-start", tone === "bad" ? "text-bad" : "text-warn")}
        aria-hidden
      />
      <div className="min-w-44 flex-1 text-small">
        <p className={cx("font-semibold", tone === "bad" ? "text-bad" : "text-warn")}>{title}</p>
        <p>{children}</p>
      </div>
      <div className="flex gap-1.5">{action}</div>
    </div>
  );
}

function Again({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="sm" icon={<RotateCcw aria-hidden />} onClick={onClick}>
      {label}
    </Button>
  );
}
