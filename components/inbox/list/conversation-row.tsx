import { AlarmClock, CircleAlert, Sparkles } from "lucide-react";
import { memo } from "react";
import { toggleSelected } from "@/components/inbox/bulk/selection";
import { InboxLink } from "@/components/inbox/inbox-link";
import { previewPrefix, type RowTag, rowTags } from "@/components/inbox/list/row-tags";
import { personName } from "@/components/inbox/person-name";
import { cx } from "@/components/ui/cx";
import { Avatar } from "@/components/ui/display/avatar";
import { ChannelIcon } from "@/components/ui/display/channel-icon";
import { CountBadge } from "@/components/ui/display/count-badge";
import { phoneFace } from "@/components/ui/display/phone-face";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { Tag } from "@/components/ui/display/tag";
import { Checkbox } from "@/components/ui/form/checkbox";
import type { ConversationRow, InboxDesk } from "@/lib/inbox/schema";

type ConversationRowProps = {
  row: ConversationRow;
  href: string;
  isSelected: boolean;
  desk: InboxDesk;
  /** Whether it is among several that are chosen; null while nobody chooses. */
  isChosen?: boolean | null;
  onPoint?: (row: ConversationRow) => void;
};

/** One conversation in the list: who, when, how, the last thing said, at most two facts. */
export const ConversationRowLink = memo(function ConversationRowLink(props: ConversationRowProps) {
  const { row, href, isSelected, desk, isChosen = null, onPoint } = props;
  const isUnread = row.unread > 0;
  const tags = rowTags(row, desk.memberId);
  return (
    <>
      {isChosen !== null && (
        <span className="absolute top-3.5 left-4 z-10 rounded-[5px] bg-panel">
          <Checkbox
            label={`Choose #${row.number}, ${phoneFace(row.customerName)}`}
            isLabelHidden
            checked={isChosen}
            onCheckedChange={() => toggleSelected(row)}
          />
        </span>
      )}
      <InboxLink
        href={href}
        aria-current={isSelected ? "true" : undefined}
        data-conversation={row.id}
        onPointerEnter={() => onPoint?.(row)}
        className="flex h-full gap-2.5 rounded-card px-2.5 pt-2.5 transition-colors duration-75 hover:bg-hover focus-visible:-outline-offset-2 aria-[current=true]:bg-selection"
      >
        <span className={cx(isChosen !== null && "invisible")}>
          <Avatar name={personName(row.customerName)} />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className={cx("min-w-0 flex-1 truncate", isUnread ? "font-[680]" : "font-semibold")}>
              {phoneFace(row.customerName)}
            </span>
            <span className={cx("text-meta", isUnread ? "font-medium text-text" : "text-muted")}>
              <RelativeTime at={row.lastEntryAt} />
            </span>
          </span>
          <span className="flex items-center gap-1.5">
            <ChannelIcon channel={rowChannel(row)} />
            <span className={cx("min-w-0 flex-1 truncate text-small", isUnread ? "text-text" : "text-muted")}>
              {previewPrefix(row, desk)}
              {row.preview || "No messages yet"}
            </span>
            <CountBadge count={row.unread} />
          </span>
          <RowTags tags={tags} snoozedUntil={row.snoozedUntil} />
        </span>
      </InboxLink>
    </>
  );
});

function RowTags({ tags, snoozedUntil }: { tags: RowTag[]; snoozedUntil: string | null }) {
  if (snoozedUntil) {
    return (
      <span className="mt-1 flex items-center gap-1 text-meta text-muted">
        <AlarmClock className="size-3.5" aria-hidden />
        Back <RelativeTime at={snoozedUntil} form="long" />
      </span>
    );
  }
  if (tags.length === 0) return null;
  return (
    <span className="mt-1 flex gap-1.5 overflow-hidden">
      {tags.map(({ key, text, tone, icon }) => (
        <Tag key={key} tone={tone} icon={icon && <TagIcon name={icon} />}>
          {text}
        </Tag>
      ))}
    </span>
  );
}

function TagIcon({ name }: { name: NonNullable<RowTag["icon"]> }) {
  const Icon = { spark: Sparkles, alert: CircleAlert, alarm: AlarmClock }[name];
  return <Icon aria-hidden />;
}

/** A call that nobody took shows as missed. */
function rowChannel(row: ConversationRow) {
  if (row.lastChannel !== "call") return row.lastChannel;
  if (row.preview.startsWith("Missed")) return "call_missed";
  return row.lastDirection === "outbound" ? "call_out" : "call_in";
}

/** Heights in px, known without measuring, so that the list never jumps. */
export function rowHeight(row: ConversationRow, memberId: string): number {
  return row.snoozedUntil || rowTags(row, memberId).length > 0 ? 84 : 64;
}
