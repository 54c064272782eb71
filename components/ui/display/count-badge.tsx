import { badgeText } from "@/components/ui/display/badge-text";

/** How many are unread, as a solid accent pill at the end of a row. */
export function CountBadge({ count, label = "unread" }: { count: number; label?: string }) {
  const text = badgeText(count);
  if (!text) return null;
  return (
    <span className="tabular inline-grid h-[17px] min-w-[17px] shrink-0 place-items-center rounded-full bg-accent px-1 text-[10.5px]/none font-bold text-on-accent">
      <span aria-hidden>{text}</span>
      <span className="sr-only">
        {count} {label}
      </span>
    </span>
  );
}
