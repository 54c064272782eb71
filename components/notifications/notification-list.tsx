"use client";
import { BellOff, Check, CircleAlert, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { cx } from "@/components/ui/cx";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { EmptyState } from "@/components/ui/page/empty-state";
import type { NotificationView } from "@/lib/notifications/schema";

const faces = {
  good: { icon: Check, ink: "text-good" },
  warn: { icon: TriangleAlert, ink: "text-warn" },
  bad: { icon: CircleAlert, ink: "text-bad" },
};

/** What people should know, newest first; each leads to the page that helps. */
export function NotificationList({ notifications }: { notifications: readonly NotificationView[] }) {
  if (notifications.length === 0)
    return (
      <EmptyState icon={<BellOff aria-hidden />} title="Nothing to tell">
        When a number stops working, it is told here.
      </EmptyState>
    );
  return (
    <ul className="divide-y divide-line">
      {notifications.map((one) => (
        <li key={one.id}>
          <NotificationRow notification={one} />
        </li>
      ))}
    </ul>
  );
}

function NotificationRow({
  notification: { tone, title, body, href, createdAt, isRead },
}: {
  notification: NotificationView;
}) {
  const { icon: Icon, ink } = faces[tone];
  const row = "flex gap-3 px-4 py-3 hover:bg-hover focus-visible:-outline-offset-2";
  const content = (
    <>
      <Icon className={cx("mt-0.5 size-[18px] shrink-0", ink)} aria-hidden />
      <span className="min-w-0 flex-1">
        <span className={cx("block break-words", !isRead && "font-semibold")}>
          {title}
          {!isRead && <span className="sr-only"> (new)</span>}
        </span>
        {body && <span className="mt-0.5 block text-small break-words text-muted">{body}</span>}
        <span className="mt-0.5 block text-meta text-muted">
          <RelativeTime at={createdAt} />
        </span>
      </span>
    </>
  );
  if (!href) return <div className={row}>{content}</div>;
  return (
    <Link href={href} className={row}>
      {content}
    </Link>
  );
}
