"use client";
import { useRouter } from "next/navigation";
import type { NavItem, SettingsEntry } from "@/components/shell/nav-item";
import { CommandCenter } from "@/components/ui/keyboard/command-center";
import { useCommands } from "@/components/ui/keyboard/use-commands";

type ShellCommandsProps = { nav: NavItem[]; settings?: SettingsEntry };

/** Ways to every page in the palette; stands once per shell. */
export function ShellCommands({ nav, settings }: ShellCommandsProps) {
  const router = useRouter();
  const pages = settings ? [...nav, { href: settings.href, label: "Settings", icon: null }] : nav;
  useCommands(
    "Go to",
    pages.map(({ href, label, icon }) => ({
      id: href,
      title: label,
      icon,
      perform: () => router.push(href),
    })),
  );
  return <CommandCenter />;
}
