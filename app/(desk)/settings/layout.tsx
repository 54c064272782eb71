import type { ReactNode } from "react";
import { requireViewer } from "@/app/viewer";
import { SettingsShell } from "@/components/shell/settings-shell";
import { settingsGroups } from "./settings-pages";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { ctx } = await requireViewer();
  return <SettingsShell groups={settingsGroups(ctx.actor)}>{children}</SettingsShell>;
}
