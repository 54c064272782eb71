"use client";
import { useEffect, useEffectEvent } from "react";
import { type Command, registerCommands } from "@/components/ui/keyboard/command-registry";
import { useHotkeys } from "@/components/ui/keyboard/use-hotkeys";

/**
 * Offers commands while the calling component stands: in the palette, in the list of shortcuts and by hotkey.
 * `context` is the heading they stand under: "Conversation".
 */
export function useCommands(context: string, commands: Command[]) {
  const performLatest = useEffectEvent((id: string) =>
    commands.find((command) => command.id === id)?.perform(),
  );
  const groupLatest = useEffectEvent(() => ({
    context,
    commands: commands.map((command) => ({ ...command, perform: () => performLatest(command.id) })),
  }));
  const shape = commands.map((command) => `${command.id}|${command.title}|${command.hotkey}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the commands, whose functions are new each time
  useEffect(() => registerCommands(groupLatest()), [context, shape]);
  useHotkeys(
    Object.fromEntries(commands.flatMap((each) => (each.hotkey ? [[each.hotkey, each.perform]] : []))),
  );
}
