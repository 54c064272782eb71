import type { ReactNode } from "react";
import { type SettingsGroup, SettingsNav } from "@/components/shell/settings-nav";

/** Inside AppShell: the settings list beside one column of sections. Each page brings a PageHead and Sections. */
export function SettingsShell({ groups, children }: { groups: SettingsGroup[]; children: ReactNode }) {
  return (
    <div className="flex min-h-full flex-col bg-panel md:flex-row">
      <SettingsNav groups={groups} />
      <div className="min-w-0 flex-1 md:border-l md:border-line">{children}</div>
    </div>
  );
}
