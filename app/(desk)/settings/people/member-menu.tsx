"use client";
import { Ellipsis, UserCheck, UserX } from "lucide-react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { IconButton } from "@/components/ui/action/icon-button";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";
import type { Role } from "@/lib/kernel/context";
import type { MemberRow } from "./member-row";
import { roleChoices } from "./role-choices";

/** Changes a member's role, keeps them out, lets them in again. */
export function MemberMenu({ member, ownRole }: { member: MemberRow; ownRole: Role }) {
  const [isAsking, setIsAsking] = useState(false);
  const { save } = useSave();

  function change(body: { role: Role } | { isDisabled: boolean }, done: string) {
    return save(() => callApi("PATCH", `/api/v1/members/${member.id}`, { body }), done);
  }

  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton size="sm" label={`Change ${member.name}`} icon={<Ellipsis aria-hidden />} />}
      >
        {!member.isDisabled && (
          <>
            <MenuLabel>Role</MenuLabel>
            {roleChoices(ownRole).map(({ value, label }) => (
              <MenuChoice
                key={value}
                isChecked={value === member.role}
                onSelect={() => void change({ role: value }, `${member.name} is now ${label.toLowerCase()}`)}
              >
                {label}
              </MenuChoice>
            ))}
            <MenuSeparator />
            <MenuItem tone="bad" icon={<UserX />} onSelect={() => setIsAsking(true)}>
              Disable…
            </MenuItem>
          </>
        )}
        {member.isDisabled && (
          <MenuItem
            icon={<UserCheck />}
            onSelect={() => void change({ isDisabled: false }, `${member.name} may come in again`)}
          >
            Enable
          </MenuItem>
        )}
      </Menu>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Disable ${member.name}?`}
        description="They are signed out of this business at once and cannot come in until you enable them. What they did stays."
        confirmLabel="Disable"
        onConfirm={async () => void (await change({ isDisabled: true }, `${member.name} is disabled`))}
      />
    </>
  );
}
