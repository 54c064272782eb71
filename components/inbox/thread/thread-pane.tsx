"use client";
import { CircleSlash } from "lucide-react";
import { SnoozeDialog } from "@/components/inbox/actions/snooze-dialog";
import { TagDialog } from "@/components/inbox/bulk/tag-dialog";
import { Composer } from "@/components/inbox/composer/composer";
import { useActions } from "@/components/inbox/data/use-actions";
import { useConversation } from "@/components/inbox/data/use-conversation";
import { useMarkRead } from "@/components/inbox/data/use-read";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { FirstStepsOr } from "@/components/inbox/start/first-steps-or";
import { NothingChosen } from "@/components/inbox/start/nothing-chosen";
import { Thread } from "@/components/inbox/thread/thread";
import { ThreadCommands } from "@/components/inbox/thread/thread-commands";
import { ThreadHead } from "@/components/inbox/thread/thread-head";
import { goTo, useInboxRoute } from "@/components/inbox/use-inbox-route";
import { Button } from "@/components/ui/action/button";
import { EmptyState } from "@/components/ui/page/empty-state";

/** The middle pane: one conversation, or what to do when none is chosen. */
export function ThreadPane() {
  const { place } = useInboxRoute();
  if (!place.conversationId) {
    return (
      <FirstStepsOr>
        <NothingChosen />
      </FirstStepsOr>
    );
  }
  return <OpenThread key={place.conversationId} id={place.conversationId} at={place.at} />;
}

function OpenThread({ id, at }: { id: string; at: string | undefined }) {
  const { row, view, isMissing, isError, retry } = useConversation(id);
  const { opened, close } = useInboxUi();
  const { tagWith } = useActions();
  useMarkRead(row);
  if (isMissing) return <MissingThread />;
  return (
    <>
      <ThreadHead row={row} />
      {row && <ThreadCommands row={row} />}
      {row && opened === "snooze-dialog" && <SnoozeDialog row={row} onClose={() => close()} />}
      {row && opened === "tag" && (
        <TagDialog
          known={[]}
          onAdd={(tag) => void tagWith(row, { add: [tag] })}
          onClose={() => close("tag")}
        />
      )}
      <Thread id={id} at={at} unreadAtFirst={row?.unread ?? 0} />
      {isError && (
        <p role="alert" className="flex items-center justify-center gap-3 p-4 text-muted">
          The conversation could not be loaded. <Button onClick={() => retry()}>Try again</Button>
        </p>
      )}
      <Composer id={id} view={view} row={row} />
    </>
  );
}

function MissingThread() {
  const { hrefOf } = useInboxRoute();
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        icon={<CircleSlash aria-hidden />}
        title="This conversation is not here"
        action={
          <Button onClick={() => goTo(hrefOf({ conversationId: undefined, at: undefined }), true)}>
            To the inbox
          </Button>
        }
      >
        It may have been merged or removed, or it belongs to another business.
      </EmptyState>
    </div>
  );
}
