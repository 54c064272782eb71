import Link from "next/link";
import type { ReactNode } from "react";

type TileProps = {
  label: string;
  icon: ReactNode;
  value: ReactNode;
  /** What the number is to be compared with, in a few words. */
  beside: ReactNode;
  href: string;
};

/** One figure of today, leading to what is behind it. */
export function Tile({ label, icon, value, beside, href }: TileProps) {
  return (
    <Link
      href={href}
      className="group flex min-w-0 flex-col gap-1 bg-panel px-4 py-4 transition-colors duration-100 hover:bg-hover focus-visible:-outline-offset-2 md:px-5"
    >
      <span className="flex items-center gap-1.5 text-small text-muted [&_svg]:size-4">
        {icon}
        {label}
      </span>
      <span className="tabular text-display leading-9 whitespace-nowrap">{value}</span>
      <span className="text-meta text-muted">{beside}</span>
    </Link>
  );
}
