"use client";
import { ChevronDown } from "lucide-react";
import type { ComposerModel } from "@/components/inbox/composer/use-composer";
import { phoneFace } from "@/components/ui/display/phone-face";
import { Menu, MenuChoice, MenuLabel } from "@/components/ui/overlay/dropdown-menu";

/** Which of our numbers writes: said when there is one, chosen when there are several. */
export function FromPicker({ model: { senders, from, chooseFrom } }: { model: ComposerModel }) {
  const current = senders.find(({ e164 }) => e164 === from) ?? senders[0];
  if (!current) return null;
  const words = (
    <>
      <span className="max-sm:hidden">from</span> {phoneFace(current.e164)}
    </>
  );
  if (senders.length === 1)
    return <span className="tabular truncate pr-1 text-meta text-muted max-sm:hidden">{words}</span>;
  return (
    <Menu
      align="end"
      side="top"
      trigger={
        <button
          type="button"
          className="tabular inline-flex h-control-sm min-w-0 items-center gap-1 rounded-control px-2 text-meta text-muted hover:bg-selection hover:text-text"
        >
          <span className="truncate">{words}</span>
          <ChevronDown className="size-3.5 shrink-0" aria-hidden />
        </button>
      }
    >
      <MenuLabel>Send from</MenuLabel>
      {senders.map(({ e164, label }) => (
        <MenuChoice key={e164} isChecked={e164 === current.e164} onSelect={() => chooseFrom(e164)}>
          <span className="tabular">{phoneFace(e164)}</span>
          {label && <span className="text-muted"> · {label}</span>}
        </MenuChoice>
      ))}
    </Menu>
  );
}
