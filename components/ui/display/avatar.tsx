import { User } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { avatarTint, initialsOf } from "@/components/ui/display/avatar-face";

const sizes = {
  xs: "size-6 text-[10px]",
  sm: "size-7 text-[11px]",
  md: "size-9 text-[12.5px]",
  lg: "size-[54px] text-[17px]",
};

const dots = { online: "bg-online", away: "bg-away", busy: "bg-danger", offline: "bg-muted" };

const tints = [
  "bg-tint-1 text-tint-1-ink",
  "bg-tint-2 text-tint-2-ink",
  "bg-tint-3 text-tint-3-ink",
  "bg-tint-4 text-tint-4-ink",
  "bg-tint-5 text-tint-5-ink",
  "bg-tint-6 text-tint-6-ink",
  "bg-tint-7 text-tint-7-ink",
  "bg-tint-8 text-tint-8-ink",
];

type AvatarProps = {
  /** A person's name; empty for somebody known only by number. */
  name?: string | null;
  size?: keyof typeof sizes;
  /** Presence of a member, as a dot; also said in words. */
  status?: keyof typeof dots;
  /** Colour of the surface behind, for the ring around the dot. */
  on?: "panel" | "rail" | "bg";
};

/** Initials on a soft colour that stays the same for the same name. Decorative: the name stands beside it. */
export function Avatar({ name, size = "md", status, on = "panel" }: AvatarProps) {
  const initials = initialsOf(name);
  return (
    <span className="relative inline-flex shrink-0">
      <span
        aria-hidden
        className={cx(
          "grid place-items-center rounded-full font-semibold tracking-[0.01em] select-none",
          sizes[size],
          initials ? tints[avatarTint(name ?? "", tints.length)] : "bg-selection text-muted",
        )}
      >
        {initials || <User className="size-[46%]" strokeWidth={1.8} />}
      </span>
      {status && <StatusDot status={status} on={on} />}
    </span>
  );
}

function StatusDot({ status, on }: { status: keyof typeof dots; on: "panel" | "rail" | "bg" }) {
  const ring = { panel: "ring-panel", rail: "ring-rail", bg: "ring-bg" }[on];
  return (
    <span className={cx("absolute right-0 bottom-0 size-[9px] rounded-full ring-2", dots[status], ring)}>
      <span className="sr-only">{status}</span>
    </span>
  );
}
