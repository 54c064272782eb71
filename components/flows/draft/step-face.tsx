import {
  Bot,
  Clock,
  CornerUpRight,
  CreditCard,
  GitBranch,
  Hourglass,
  ListOrdered,
  MessageCircle,
  Music,
  PhoneForwarded,
  PhoneOff,
  Split,
  TextCursorInput,
  Users,
  Voicemail,
  Volume2,
} from "lucide-react";
import type { ReactNode } from "react";
import type { Step, StepKind } from "@/lib/flows/schema";
import { formatMoney } from "@/lib/kernel/money";

const icons: Record<StepKind, ReactNode> = {
  receptionist: <Bot aria-hidden />,
  say: <Volume2 aria-hidden />,
  play: <Music aria-hidden />,
  menu: <ListOrdered aria-hidden />,
  collect: <TextCursorInput aria-hidden />,
  hours: <Clock aria-hidden />,
  condition: <Split aria-hidden />,
  ring: <Users aria-hidden />,
  queue: <Hourglass aria-hidden />,
  transfer: <PhoneForwarded aria-hidden />,
  voicemail: <Voicemail aria-hidden />,
  pay: <CreditCard aria-hidden />,
  text: <MessageCircle aria-hidden />,
  flow: <GitBranch aria-hidden />,
  hang_up: <PhoneOff aria-hidden />,
};

/** The small sign of a kind of step. */
export function StepIcon({ kind }: { kind: StepKind }) {
  return (
    <span className="grid size-8 shrink-0 place-items-center rounded-control bg-accent-soft text-accent [&_svg]:size-4">
      {icons[kind] ?? <CornerUpRight aria-hidden />}
    </span>
  );
}

/** What a step does, in a few words of its own. */
export function gist(step: Step): string {
  switch (step.kind) {
    case "say":
    case "hang_up":
      return step.text || (step.kind === "hang_up" ? "Says goodbye" : "Nothing yet");
    case "menu":
    case "collect":
      return step.prompt || "Nothing asked yet";
    case "voicemail":
      return step.greeting || "Asks for a message after the tone";
    case "pay":
      return step.amountMinor > 0
        ? `${formatMoney({ minor: step.amountMinor, currency: step.currency })} by card`
        : "No amount yet";
    case "text":
      return step.body || "No text yet";
    case "play":
      return step.url || "No sound yet";
    case "transfer":
      return step.to || "No number yet";
    case "ring":
      return `${step.targetIds.length} to ring, ${step.order === "together" ? "together" : "one after the other"}`;
    case "queue":
      return step.queueId ? "Waits with music until somebody is free" : "No queue yet";
    case "hours":
      return "By opening hours and holidays";
    case "condition":
      return aboutWords[step.test.about];
    case "receptionist":
      return "Talks with the caller and takes it from there";
    case "flow":
      return "Goes on in another flow";
  }
}

const aboutWords = {
  value: "By what the caller gave",
  caller: "By whether the caller is known",
  country: "By the caller's country",
  time: "By weekday and time",
};
