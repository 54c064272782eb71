"use client";
import { CornerDownLeft, MessageSquareQuote, Paperclip } from "lucide-react";
import { useRef } from "react";
import { TextCounter } from "@/components/inbox/composer/text-counter";
import type { ComposerModel } from "@/components/inbox/composer/use-composer";
import { WindowCountdown } from "@/components/inbox/composer/window-countdown";
import { useDesk } from "@/components/inbox/inbox-context";
import { ScheduleMenu } from "@/components/inbox/schedule/schedule-menu";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import type { ConversationView } from "@/lib/inbox/schema";

type ComposerFootProps = {
  model: ComposerModel;
  view: ConversationView | undefined;
  onFiles: (files: Iterable<File>) => void;
  onReplies: () => void;
};

const accepted =
  "image/jpeg,image/png,image/gif,image/webp,audio/*,video/mp4,video/3gpp,application/pdf,.vcf,.ics";

/** Attach, what it will cost, and send. */
export function ComposerFoot({ model, view, onFiles, onReplies }: ComposerFootProps) {
  const picker = useRef<HTMLInputElement>(null);
  const { prices } = useDesk();
  const { channel, draft, canSend } = model;
  return (
    <div className="flex items-center gap-2 px-2 pb-2">
      {channel !== "note" && (
        <>
          <IconButton
            label="Attach a file"
            icon={<Paperclip aria-hidden />}
            onClick={() => picker.current?.click()}
          />
          <IconButton
            label="Saved replies"
            keys={["/"]}
            icon={<MessageSquareQuote aria-hidden />}
            onClick={onReplies}
          />
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            accept={accepted}
            aria-label="Files to attach"
            onChange={(event) => {
              onFiles(event.target.files ?? []);
              event.target.value = "";
            }}
          />
        </>
      )}
      <div className="min-w-0 flex-1 text-right text-meta text-muted">
        {channel === "sms" && <TextCounter body={draft.body} price={prices.sms} />}
        {channel === "whatsapp" && view && <WindowCountdown view={view} now={model.now} />}
        {channel === "note" && <span className="text-note-ink">Never sent to the customer</span>}
      </div>
      {channel !== "note" && view && (
        <ScheduleMenu
          view={view}
          isDisabled={!canSend}
          onSchedule={(sendAt) => model.submit(undefined, { sendAt })}
        />
      )}
      <Button
        type="submit"
        variant="primary"
        disabled={!canSend}
        iconAfter={<CornerDownLeft aria-hidden />}
        title="Ctrl or ⌘ + Enter"
      >
        {channel === "note" ? "Add note" : "Send"}
      </Button>
    </div>
  );
}
