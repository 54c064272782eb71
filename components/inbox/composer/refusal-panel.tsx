"use client";
import { TriangleAlert } from "lucide-react";
import type { ComposerModel } from "@/components/inbox/composer/use-composer";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { QuietWays } from "@/components/inbox/schedule/quiet-ways";
import type { Refused } from "@/components/query/request";
import { CallButton } from "@/components/softphone/call-button";
import { Button } from "@/components/ui/action/button";
import type { Instead } from "@/lib/gate/schema";
import type { ConversationView } from "@/lib/inbox/schema";

type RefusalPanelProps = { refusal: Refused; model: ComposerModel; view: ConversationView | undefined };

/** Why the gate kept a message back, and what would work instead, as buttons that do it. */
export function RefusalPanel({ refusal, model, view }: RefusalPanelProps) {
  const ways = refusal.instead.filter(isInstead);
  const hints = ways.flatMap((way) => hintOf(way) ?? []);
  return (
    <div
      role="alert"
      className="mx-2.5 mt-2 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card bg-warn-soft px-3 py-2.5"
    >
      <TriangleAlert className="size-[18px] shrink-0 self-start text-warn" aria-hidden />
      <div className="min-w-52 flex-1 text-small">
        <p className="font-semibold text-warn">Not sent. {refusal.message}</p>
        {hints.map((hint) => (
          <p key={hint}>{hint}</p>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        {refusal.code === "quiet_hours" && (
          <QuietWays
            refusal={refusal}
            onChoose={({ sendAt, ...timing }) =>
              void model.submit(undefined, { ...timing, ...(sendAt ? { sendAt: new Date(sendAt) } : {}) })
            }
          />
        )}
        {ways.map((way) => (
          <Way key={way.kind} way={way} model={model} view={view} />
        ))}
      </div>
    </div>
  );
}

type WayProps = { way: Instead; model: ComposerModel; view: ConversationView | undefined };

function Way({ way, model, view }: WayProps) {
  const { open } = useInboxUi();
  if (way.kind === "use_channel") {
    const name = way.channel === "sms" ? "SMS" : "WhatsApp";
    return (
      <Button size="sm" onClick={() => void model.submit(way.channel)}>
        Send by {name}
      </Button>
    );
  }
  if (way.kind === "call") return <CallButton label="Call" number={view?.addresses.sms ?? null} />;
  if (way.kind === "correct_number")
    return (
      <Button size="sm" onClick={() => open("customer")}>
        Check the number
      </Button>
    );
  return null;
}

function hintOf(way: Instead): string | null {
  switch (way.kind) {
    case "ask_to_text_start":
      return "Ask them to text START, then writing works again.";
    case "raise_cap":
      return "An admin can raise the daily limit in the settings.";
    case "allow_country":
      return "An admin can allow this country in the settings.";
    default:
      return null;
  }
}

function isInstead(value: unknown): value is Instead {
  return typeof value === "object" && value !== null && "kind" in value;
}
