import { badgeText } from "@/components/ui/display/badge-text";

/** How many wait, on the corner of a navigation icon; read out as words. */
export function NavBadge({ count }: { count?: number }) {
  const text = badgeText(count);
  if (!text) return null;
  return (
    <span className="tabular absolute -top-1.5 -right-2.5 grid h-4 min-w-4 place-items-center rounded-full bg-rail-mark px-1 text-[10.5px]/none font-bold text-on-rail-mark">
      <span aria-hidden>{text}</span>
      <span className="sr-only">, {count} waiting</span>
    </span>
  );
}
