"use client";
import { MediaGrid } from "@/components/inbox/media/media-grid";
import { ScheduledLine } from "@/components/inbox/schedule/scheduled-line";
import { DeliveryTrouble } from "@/components/inbox/thread/delivery-trouble";
import type { EntryProps } from "@/components/inbox/thread/entry-props";
import { LinkedText } from "@/components/inbox/thread/linked-text";
import { MessageMeta } from "@/components/inbox/thread/message-meta";
import { PlaceCard } from "@/components/inbox/thread/place-card";
import { cx } from "@/components/ui/cx";
import type { MessageView } from "@/lib/messages/schema";

/** A text or WhatsApp message: theirs on the left, ours on the right, the receptionist's tinted. */
export function Message({ entry, isFirst, isLast, outgoing }: EntryProps<MessageView>) {
  const side = entry.direction === "inbound" ? "in" : isMachine(entry) ? "machine" : "own";
  return (
    <div
      className={cx(
        "flex flex-col",
        side === "in" ? "items-start" : "items-end",
        isFirst ? "mt-3" : entry.media.length > 0 ? "mt-2" : "mt-0.5",
      )}
    >
      {entry.media.length > 0 && <MediaGrid media={entry.media} isOwn={side !== "in"} />}
      {entry.body && (
        <div
          className={cx(
            "max-w-[min(78%,560px)] rounded-float px-3 py-2 wrap-anywhere whitespace-pre-wrap",
            entry.sendAt ? "border border-dashed border-line-strong bg-panel text-text" : looks[side],
            isLast && corners[side],
            outgoing?.state === "sending" && "opacity-90",
          )}
        >
          <LinkedText text={entry.body} />
        </div>
      )}
      {entry.location && <PlaceCard location={entry.location} />}
      {entry.sendAt ? (
        <ScheduledLine entry={entry} sendAt={entry.sendAt} />
      ) : (
        isLast && <MessageMeta entry={entry} />
      )}
      <DeliveryTrouble entry={entry} outgoing={outgoing} />
    </div>
  );
}

const looks = {
  in: "bg-bubble text-text",
  own: "bg-own text-on-own",
  machine: "border border-accent-line bg-accent-soft text-accent-ink",
};

const corners = { in: "rounded-bl-[4px]", own: "rounded-br-[4px]", machine: "rounded-br-[4px]" };

function isMachine({ author }: MessageView): boolean {
  return author.kind === "assistant" || author.kind === "automation" || author.kind === "system";
}
