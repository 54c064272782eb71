"use client";
import {
  type ClipboardEvent,
  type DragEvent,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from "react";
import { onAim } from "@/components/inbox/composer/aim-composer";
import { AttachmentRow } from "@/components/inbox/composer/attachment-row";
import { ClosedComposer } from "@/components/inbox/composer/closed-composer";
import { ComposerFoot } from "@/components/inbox/composer/composer-foot";
import { ComposerHead } from "@/components/inbox/composer/composer-head";
import { RefusalPanel } from "@/components/inbox/composer/refusal-panel";
import { TakeOver } from "@/components/inbox/composer/take-over";
import { useAttachments } from "@/components/inbox/composer/use-attachments";
import { useComposer } from "@/components/inbox/composer/use-composer";
import { ReplyPicker } from "@/components/inbox/replies/reply-picker";
import { useReplyPicker } from "@/components/inbox/replies/use-reply-picker";
import { cx } from "@/components/ui/cx";
import { phoneFace } from "@/components/ui/display/phone-face";
import { Textarea } from "@/components/ui/form/textarea";
import type { ConversationRow, ConversationView } from "@/lib/inbox/schema";

type ComposerProps = { id: string; view: ConversationView | undefined; row: ConversationRow | undefined };

/** Where one answers: by SMS, by WhatsApp, or with a note to colleagues. */
export function Composer({ id, view, row }: ComposerProps) {
  const model = useComposer(id, view);
  const { draft, channel, obstacle, submit, write, choose, canSend } = model;
  const { add, remove } = useAttachments(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isOver, setIsOver] = useState(false);
  const isNote = channel === "note";
  const listId = useId();
  const picker = useReplyPicker(id, isNote ? "" : draft.body, write);
  const activeReply = picker.isOpen ? picker.matches[picker.active] : undefined;

  const aim = useEffectEvent((at: "reply" | "note") => {
    if (at === "note") choose("note");
    else if (isNote) choose(view?.replyChannel ?? "sms");
    // After the commit: another channel may bring the field back.
    requestAnimationFrame(() => field.current?.focus());
  });
  useEffect(() => onAim(aim), []);

  function paste(event: ClipboardEvent) {
    if (isNote || event.clipboardData.files.length === 0) return;
    event.preventDefault();
    add(event.clipboardData.files);
  }

  function drop(event: DragEvent) {
    setIsOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    if (!isNote) add(event.dataTransfer.files);
  }

  function sendAndStay() {
    if (!canSend) return;
    void submit();
    field.current?.focus();
  }

  return (
    <form
      aria-label="Reply"
      className="shrink-0 px-2 pb-[max(8px,env(safe-area-inset-bottom))] md:px-4 md:pb-4"
      onSubmit={(event) => {
        event.preventDefault();
        sendAndStay();
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only a place to drop files; the paperclip does the same by keyboard */}
      <div
        onPaste={paste}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(!isNote);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={cx(
          "mx-auto max-w-[880px] rounded-float border shadow-raised transition-colors duration-100 has-[textarea:focus]:border-accent",
          isNote ? "border-note-line bg-note" : "border-line-strong bg-panel",
          isOver && "border-accent bg-accent-soft",
        )}
      >
        {row?.assignee.kind === "assistant" && <TakeOver row={row} />}
        <ComposerHead model={model} view={view} />
        {draft.refusal && <RefusalPanel refusal={draft.refusal} model={model} view={view} />}
        {obstacle && view ? (
          <ClosedComposer obstacle={obstacle} model={model} view={view} />
        ) : (
          <>
            <ReplyPicker model={picker} listId={listId} />
            <div className="px-2.5">
              <Textarea
                ref={field}
                isBare
                rows={2}
                maxRows={12}
                aria-label={isNote ? "Note" : "Message"}
                placeholder={placeholder(isNote, row)}
                aria-controls={picker.isOpen ? listId : undefined}
                aria-activedescendant={activeReply && `${listId}-${activeReply.id}`}
                value={draft.body}
                onChange={(event) => write(event.target.value)}
                onKeyDown={(event) => {
                  if (!isNote && picker.onKey(event)) return;
                  if (event.key === "Escape") event.currentTarget.blur();
                  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
                  event.preventDefault();
                  sendAndStay();
                }}
              />
            </div>
            <AttachmentRow attachments={draft.attachments} onRemove={remove} />
            <ComposerFoot
              model={model}
              view={view}
              onFiles={add}
              onReplies={() => {
                picker.open();
                field.current?.focus();
              }}
            />
          </>
        )}
      </div>
    </form>
  );
}

function placeholder(isNote: boolean, row: ConversationRow | undefined): string {
  if (isNote) return "A note only your team sees";
  const name = row && phoneFace(row.customerName);
  return name ? `Write to ${name}` : "Write a message";
}
