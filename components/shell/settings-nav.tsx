"use client";
import { ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { buttonClass } from "@/components/ui/action/button-class";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/overlay/dropdown-menu";

export type SettingsGroup = { label: string; items: { href: string; label: string }[] };

/** The second-level list of the settings; one button with a menu on a phone. */
export function SettingsNav({ groups }: { groups: SettingsGroup[] }) {
  const pathname = usePathname();
  const here = groups.flatMap((group) => group.items).find((item) => item.href === pathname);
  return (
    <>
      <div className="border-b border-line px-4 py-2.5 md:hidden">
        <Menu
          trigger={
            <button type="button" className={buttonClass({ wide: true })}>
              <span className="flex-1 text-left">
                <span className="font-normal text-muted">Settings · </span>
                {here?.label ?? "All"}
              </span>
              <ChevronsUpDown className="text-muted" aria-hidden />
            </button>
          }
        >
          {groups.map((group) => (
            <div key={group.label}>
              <MenuLabel>{group.label}</MenuLabel>
              {group.items.map((item) => (
                <MenuItem key={item.href} href={item.href}>
                  {item.label}
                </MenuItem>
              ))}
            </div>
          ))}
        </Menu>
      </div>
      <nav aria-label="Settings" className="hidden w-[216px] shrink-0 px-3 pb-10 md:block">
        <p className="flex h-head items-center px-2.5 text-page">Settings</p>
        {groups.map((group) => (
          <div key={group.label} className="mb-5">
            <p className="px-2.5 pb-1 text-meta font-medium text-muted">{group.label}</p>
            {group.items.map((item) => (
              <Link
                key={item.href}
                href={item.href}
                aria-current={item.href === pathname ? "page" : undefined}
                className="flex min-h-control items-center rounded-control px-2.5 text-muted transition-colors duration-100 hover:text-text aria-[current=page]:bg-selection aria-[current=page]:font-medium aria-[current=page]:text-text"
              >
                {item.label}
              </Link>
            ))}
          </div>
        ))}
      </nav>
    </>
  );
}
