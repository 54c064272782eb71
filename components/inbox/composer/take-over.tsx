"use client";
import { Sparkles } from "lucide-react";
import { useActions } from "@/components/inbox/data/use-actions";
import { Button } from "@/components/ui/action/button";
import type { ConversationRow } from "@/lib/inbox/schema";

/** Says that the receptionist looks after this conversation, and takes it from her. */
export function TakeOver({ row }: { row: ConversationRow }) {
  const { assignToMe } = useActions();
  return (
    <div className="flex items-center gap-2 rounded-t-float border-b border-accent-line bg-accent-soft py-1 pr-1.5 pl-3.5 text-small text-accent-ink">
      <Sparkles className="size-4 shrink-0" aria-hidden />
      <span className="min-w-0 flex-1 truncate">The receptionist looks after this conversation</span>
      <Button size="sm" onClick={() => void assignToMe(row)}>
        Take over
      </Button>
    </div>
  );
}
