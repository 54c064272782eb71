"use client";
import { MessagesSquare } from "lucide-react";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { Button } from "@/components/ui/action/button";
import { Kbd } from "@/components/ui/kbd";
import { EmptyState } from "@/components/ui/page/empty-state";

/** The middle pane before a conversation is chosen. */
export function NothingChosen() {
  const { open } = useInboxUi();
  return (
    <div className="grid flex-1 place-items-center">
      <div>
        <EmptyState
          icon={<MessagesSquare aria-hidden />}
          title="Choose a conversation"
          action={<Button onClick={() => open("new")}>New conversation</Button>}
        >
          Pick one on the left, or write to somebody new.
        </EmptyState>
        <p className="-mt-8 flex items-center justify-center gap-4 text-meta text-muted max-md:hidden">
          <span className="inline-flex items-center gap-1.5">
            <Kbd keys={["j"]} /> <Kbd keys={["k"]} /> walk
          </span>
          <span className="inline-flex items-center gap-1.5">
            <Kbd keys={["/"]} /> search
          </span>
          <span className="inline-flex items-center gap-1.5">
            <Kbd keys={["?"]} /> all keys
          </span>
        </p>
      </div>
    </div>
  );
}
