"use client";
import { useSyncExternalStore } from "react";
import { Kbd } from "@/components/ui/kbd";
import {
  type CommandGroup,
  registeredGroups,
  watchCommands,
} from "@/components/ui/keyboard/command-registry";
import { keysOf } from "@/components/ui/keyboard/hotkey";
import { Dialog } from "@/components/ui/overlay/dialog";

const always: CommandGroup = {
  context: "Everywhere",
  commands: [
    { id: "palette", title: "Find anything to do", hotkey: "Mod+K", perform: () => {} },
    { id: "help", title: "Show this list", hotkey: "?", perform: () => {} },
  ],
};

/** The keys that work on this page, by part of the page. */
export function ShortcutsHelp({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const groups = useSyncExternalStore(watchCommands, registeredGroups, registeredGroups);
  const shown = [...groups.toReversed(), always].filter(({ commands }) =>
    commands.some((each) => each.hotkey),
  );
  return (
    <Dialog open onOpenChange={onOpenChange} title="Keyboard shortcuts" size="lg">
      <div className="gap-x-10 sm:columns-2">
        {shown.map(({ context, commands }) => (
          <section key={context} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-meta font-medium text-muted">{context}</h3>
            <dl>
              {commands.map((command) =>
                command.hotkey ? (
                  <div
                    key={command.id}
                    className="flex min-h-9 items-center justify-between gap-4 border-b border-line last:border-0"
                  >
                    <dt>{command.title}</dt>
                    <dd>
                      <Kbd keys={keysOf(command.hotkey)} />
                    </dd>
                  </div>
                ) : null,
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
