import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

const tones = {
  info: { icon: Info, look: "bg-selection", ink: "text-muted" },
  good: { icon: CircleCheck, look: "bg-good-soft", ink: "text-good" },
  warn: { icon: TriangleAlert, look: "bg-warn-soft", ink: "text-warn" },
  bad: { icon: CircleAlert, look: "bg-bad-soft", ink: "text-bad" },
};

type BannerProps = {
  tone?: keyof typeof tones;
  /** What is the matter, in a few words. */
  title: string;
  /** Why, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
};

/** Something the reader should know before going on: cause and cure. */
export function Banner({ tone = "info", title, children, action }: BannerProps) {
  const { icon: Icon, look, ink } = tones[tone];
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={cx("flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card px-4 py-3", look)}
    >
      <div className="flex min-w-56 flex-1 gap-2.5">
        <Icon className={cx("mt-px size-[18px] shrink-0", ink)} aria-hidden />
        <div className="min-w-0">
          <p className={cx("font-semibold", tone === "info" ? "text-text" : ink)}>{title}</p>
          {children && <div className="text-small text-text">{children}</div>}
        </div>
      </div>
      {action}
    </div>
  );
}
