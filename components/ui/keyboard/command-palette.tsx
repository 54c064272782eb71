"use client";
import { Command as Cmdk } from "cmdk";
import { Search } from "lucide-react";
import { useSyncExternalStore } from "react";
import { Kbd } from "@/components/ui/kbd";
import { type Command, registeredGroups, watchCommands } from "@/components/ui/keyboard/command-registry";
import { keysOf } from "@/components/ui/keyboard/hotkey";

/** Everything that can be done here, found by typing. */
export function CommandPalette({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const groups = useSyncExternalStore(watchCommands, registeredGroups, registeredGroups);

  function perform(command: Command) {
    onOpenChange(false);
    command.perform();
  }

  return (
    <Cmdk.Dialog
      open
      onOpenChange={onOpenChange}
      label="Command palette"
      overlayClassName="fixed inset-0 z-50 animate-fade bg-scrim"
      contentClassName="fixed inset-x-3 top-[10dvh] z-50 mx-auto max-w-[580px] animate-dialog overflow-hidden rounded-dialog border border-line bg-panel shadow-dialog focus:outline-none"
    >
      <div className="flex items-center gap-3 border-b border-line px-4.5">
        <Search className="size-[18px] shrink-0 text-muted" aria-hidden />
        <Cmdk.Input
          placeholder="What would you like to do?"
          className="h-13 w-full bg-transparent text-[16px] outline-none focus-visible:outline-none"
        />
        <Kbd keys={["Esc"]} />
      </div>
      <Cmdk.List className="scroll-quiet max-h-[min(420px,60dvh)] overflow-y-auto p-1.5">
        <Cmdk.Empty className="px-3 py-8 text-center text-muted">Nothing fits. Try another word.</Cmdk.Empty>
        {groups.toReversed().map(({ context, commands }) => (
          <Cmdk.Group
            key={context}
            heading={context}
            className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-meta [&_[cmdk-group-heading]]:text-muted"
          >
            {commands
              .filter((command) => !command.isKeyOnly)
              .map((command) => (
                <PaletteItem
                  key={command.id}
                  context={context}
                  command={command}
                  onSelect={() => perform(command)}
                />
              ))}
          </Cmdk.Group>
        ))}
      </Cmdk.List>
    </Cmdk.Dialog>
  );
}

type PaletteItemProps = { context: string; command: Command; onSelect: () => void };

function PaletteItem({ context, command, onSelect }: PaletteItemProps) {
  return (
    <Cmdk.Item
      value={`${context} ${command.id}`}
      keywords={[command.title, ...(command.keywords ?? [])]}
      onSelect={onSelect}
      className="flex min-h-10 cursor-default select-none items-center gap-3 rounded-control px-3 data-[selected=true]:bg-selection pointer-coarse:min-h-11 [&_svg]:size-[17px]"
    >
      <span className="w-[17px] text-muted">{command.icon}</span>
      <span className="min-w-0 flex-1 truncate">{command.title}</span>
      {command.hotkey && <Kbd keys={keysOf(command.hotkey)} />}
    </Cmdk.Item>
  );
}
