"use client";
import { CornerRightDown, Sparkles } from "lucide-react";
import { aimComposer } from "@/components/inbox/composer/aim-composer";
import { draftOf, updateDraft } from "@/components/inbox/composer/draft-store";
import { ClockTime } from "@/components/inbox/thread/clock-time";
import { LinkedText } from "@/components/inbox/thread/linked-text";
import { useInboxRoute } from "@/components/inbox/use-inbox-route";
import { Button } from "@/components/ui/action/button";
import { toast } from "@/components/ui/overlay/toast";
import type { MessageView } from "@/lib/messages/schema";

/** What the receptionist would answer: read it, take it over into the composer, change it, send it. */
export function SuggestionCard({ entry, suggestion }: { entry: MessageView; suggestion: string }) {
  const { conversationId } = useInboxRoute().place;

  function use() {
    const { body } = draftOf(entry.conversationId);
    updateDraft(entry.conversationId, { body: suggestion, channel: null, refusal: null });
    aimComposer("reply");
    if (body.trim() && body !== suggestion)
      toast.undo("Your draft was replaced", () => updateDraft(entry.conversationId, { body }));
  }

  return (
    <div className="mt-3 max-w-[min(92%,600px)] self-end rounded-card border border-dashed border-accent-line bg-accent-soft px-3 py-2 text-accent-ink">
      <p className="flex items-center gap-1.5 text-meta font-semibold">
        <Sparkles className="size-3.5" aria-hidden />
        The receptionist suggests
      </p>
      <p className="mt-1 wrap-anywhere whitespace-pre-wrap text-text">
        <LinkedText text={suggestion} />
      </p>
      <div className="mt-1.5 flex items-center gap-3">
        <span className="flex-1 text-meta">
          <ClockTime at={entry.at} /> · not sent
        </span>
        {conversationId === entry.conversationId && (
          <Button size="sm" icon={<CornerRightDown aria-hidden />} onClick={use}>
            Use it
          </Button>
        )}
      </div>
    </div>
  );
}
