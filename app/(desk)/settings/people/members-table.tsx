"use client";
import { Avatar } from "@/components/ui/display/avatar";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { Tag } from "@/components/ui/display/tag";
import { type Column, DataTable } from "@/components/ui/page/data-table";
import { isAtLeast } from "@/lib/auth/rules";
import type { Role } from "@/lib/kernel/context";
import { MemberMenu } from "./member-menu";
import type { MemberRow } from "./member-row";
import { roleWords } from "./role-choices";

type MembersTableProps = { members: MemberRow[]; ownId: string; ownRole: Role; mayManage: boolean };

/** Everybody who works here; a menu per person for those who manage people. */
export function MembersTable({ members, ownId, ownRole, mayManage }: MembersTableProps) {
  const columns: Column<MemberRow>[] = [
    { head: "Name", cell: (member) => <Who member={member} isOwn={member.id === ownId} /> },
    { head: "Role", cell: (member) => <Standing member={member} /> },
    {
      head: "Since",
      cell: (member) => <RelativeTime at={member.createdAt} form="long" />,
      isWideOnly: true,
      isNumber: true,
    },
  ];
  const menu: Column<MemberRow> = {
    head: "Actions",
    isHeadHidden: true,
    isNumber: true,
    cell: (member) =>
      member.id !== ownId &&
      isAtLeast(ownRole, member.role) && <MemberMenu member={member} ownRole={ownRole} />,
  };
  return (
    <DataTable
      caption="Members"
      columns={mayManage ? [...columns, menu] : columns}
      rows={members}
      rowKey={(member) => member.id}
    />
  );
}

function Who({ member, isOwn }: { member: MemberRow; isOwn: boolean }) {
  return (
    <span className="flex min-w-0 items-center gap-3 py-1">
      <Avatar name={member.name} size="sm" />
      <span className="grid min-w-0">
        <span className="truncate font-medium">
          {member.name}
          {isOwn && <span className="font-normal text-muted"> · You</span>}
        </span>
        <span className="truncate text-meta text-muted">{member.email}</span>
      </span>
    </span>
  );
}

function Standing({ member }: { member: MemberRow }) {
  if (member.isDisabled) return <Tag tone="quiet">Disabled</Tag>;
  return <Tag tone={member.role === "owner" ? "accent" : "plain"}>{roleWords[member.role].label}</Tag>;
}
