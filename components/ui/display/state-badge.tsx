import { cx } from "@/components/ui/cx";
import { type StateFace, type StateName, stateFaces } from "@/components/ui/display/state-face";
import { Tag } from "@/components/ui/display/tag";

const inkOf = {
  plain: "text-muted",
  quiet: "text-muted",
  accent: "text-accent",
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
};

type StateBadgeProps = {
  state: StateName;
  /** Another word for the same state: "Not delivered". */
  word?: string;
  /** As running text beside a time, without a box. */
  isInline?: boolean;
};

/** A state as icon and word. */
export function StateBadge({ state, word, isInline }: StateBadgeProps) {
  const face: StateFace = stateFaces[state];
  const Icon = face.icon;
  if (!isInline) {
    return (
      <Tag tone={face.tone} icon={<Icon aria-hidden />}>
        {word ?? face.word}
      </Tag>
    );
  }
  return (
    <span className={cx("inline-flex items-center gap-1 align-bottom", inkOf[face.tone])}>
      <Icon className="size-3.5 shrink-0" aria-hidden />
      {word ?? face.word}
    </span>
  );
}
