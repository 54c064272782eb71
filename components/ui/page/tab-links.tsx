import Link from "next/link";

type TabLink = { href: string; label: string; count?: number; isCurrent: boolean };

/** Views of one page that each have an address: open, mine, snoozed, closed. */
export function TabLinks({ label, links }: { label: string; links: TabLink[] }) {
  return (
    <nav aria-label={label} className="flex gap-0.5 overflow-x-auto [scrollbar-width:none]">
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={link.isCurrent ? "page" : undefined}
          className="inline-flex h-control-sm shrink-0 items-center gap-1 rounded-control px-2.5 text-small text-muted transition-colors duration-100 hover:text-text focus-visible:-outline-offset-2 aria-[current=page]:bg-selection aria-[current=page]:font-semibold aria-[current=page]:text-text"
        >
          {link.label}
          {link.count !== undefined && <span className="tabular font-normal">{link.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
