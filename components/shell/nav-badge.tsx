import { badgeText } from "@/components/ui/display/badge-text";

/** How many wait, on the corner of a navigation icon; {@link NavLabel} reads it out. */
export function NavBadge({ count }: { count?: number }) {
  const text = badgeText(count);
  if (!text) return null;
  return (
    <span
      aria-hidden
      className="tabular absolute -top-1.5 -right-2.5 grid h-4 min-w-4 place-items-center rounded-full bg-rail-mark px-1 text-[10.5px]/none font-bold text-on-rail-mark"
    >
      {text}
    </span>
  );
}

/** The label of a navigation entry, with the count for those who do not see the badge: "Inbox, 4 waiting". */
export function NavLabel({ label, count }: { label: string; count?: number }) {
  if (!count) return label;
  return (
    <>
      <span aria-hidden>{label}</span>
      <span className="sr-only">
        {label}, {count} waiting
      </span>
    </>
  );
}
