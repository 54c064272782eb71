"use client";
import { MessageCircle, MessageSquare, StickyNote } from "lucide-react";
import { FromPicker } from "@/components/inbox/composer/from-picker";
import type { ComposerModel } from "@/components/inbox/composer/use-composer";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import type { ConversationView } from "@/lib/inbox/schema";

const channels = [
  { value: "sms", label: "SMS", icon: <MessageSquare aria-hidden /> },
  { value: "whatsapp", label: "WhatsApp", icon: <MessageCircle aria-hidden /> },
  { value: "note", label: "Note", icon: <StickyNote aria-hidden /> },
] as const;

/** By which channel, and from which of our numbers. */
export function ComposerHead({ model, view }: { model: ComposerModel; view: ConversationView | undefined }) {
  return (
    <div className="flex items-center gap-2 px-2.5 pt-2">
      <SegmentedControl
        label="Channel"
        look="pills"
        options={channels}
        value={model.channel}
        onValueChange={model.choose}
      />
      <span className="flex-1" />
      {view && model.channel !== "note" && <FromPicker model={model} />}
    </div>
  );
}
