"use client";
import { Building2, Keyboard, LogOut, ServerCog, UserRound } from "lucide-react";
import { type ReactNode, useState, useTransition } from "react";
import { ThemeMenuChoice } from "@/components/theme/theme-menu-choice";
import { openPart } from "@/components/ui/keyboard/command-center-state";
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";

export type Account = {
  name: string;
  email: string;
  presence?: "online" | "away" | "busy" | "offline";
  /** The businesses this person belongs to; the list is only shown for two or more. */
  tenants: { id: string; name: string; isCurrent: boolean }[];
  /** May be a server action. */
  onSwitchTenant?: (tenantId: string) => void | Promise<void>;
  onSignOut: () => void | Promise<void>;
  profileHref?: string;
  /** The super admin's pages, for super admins. */
  platformHref?: string;
};

type AccountMenuProps = {
  account: Account;
  trigger: ReactNode;
  side?: "top" | "right";
  /** Further entries on top, for the phone. */
  children?: ReactNode;
};

/** Who is signed in, where, how it looks, and the way out. */
export function AccountMenu({ account, trigger, side, children }: AccountMenuProps) {
  const [isLeaving, startLeaving] = useTransition();
  return (
    <Menu trigger={trigger} align="end" side={side}>
      <div className="px-2.5 pt-2 pb-1.5">
        <p className="truncate font-semibold">{account.name}</p>
        <p className="truncate text-meta text-muted">{account.email}</p>
      </div>
      <MenuSeparator />
      {children}
      <TenantChoices account={account} />
      {account.profileHref && (
        <MenuItem icon={<UserRound />} href={account.profileHref}>
          Your profile
        </MenuItem>
      )}
      {account.platformHref && (
        <MenuItem icon={<ServerCog />} href={account.platformHref}>
          Platform settings
        </MenuItem>
      )}
      <MenuItem icon={<Keyboard />} keys={["?"]} onSelect={() => openPart("help")}>
        Keyboard shortcuts
      </MenuItem>
      <div className="flex items-center justify-between gap-4 py-1 pr-1.5 pl-2.5">
        <span className="text-muted">Theme</span>
        <ThemeMenuChoice />
      </div>
      <MenuSeparator />
      <MenuItem
        icon={<LogOut />}
        isDisabled={isLeaving}
        onSelect={() => startLeaving(async () => await account.onSignOut())}
      >
        Sign out
      </MenuItem>
    </Menu>
  );
}

function TenantChoices({ account }: { account: Account }) {
  const [wanted, setWanted] = useState<string>();
  const [, startSwitching] = useTransition();
  if (account.tenants.length < 2) return null;

  function switchTo(tenantId: string) {
    setWanted(tenantId);
    startSwitching(async () => await account.onSwitchTenant?.(tenantId));
  }

  return (
    <>
      <MenuLabel>Business</MenuLabel>
      {account.tenants.map((tenant) => (
        <MenuChoice
          key={tenant.id}
          icon={<Building2 />}
          isChecked={wanted ? tenant.id === wanted : tenant.isCurrent}
          onSelect={() => switchTo(tenant.id)}
        >
          {tenant.name}
        </MenuChoice>
      ))}
      <MenuSeparator />
    </>
  );
}
