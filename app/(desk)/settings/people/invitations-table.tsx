"use client";
import { Ellipsis, Link2, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { z } from "zod";
import { callApi } from "@/components/api/call-api";
import { sentenceOf, useSave } from "@/components/api/use-save";
import { IconButton } from "@/components/ui/action/icon-button";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { Tag } from "@/components/ui/display/tag";
import { Menu, MenuItem } from "@/components/ui/overlay/dropdown-menu";
import { toast } from "@/components/ui/overlay/toast";
import { type Column, DataTable } from "@/components/ui/page/data-table";
import type { Role } from "@/lib/kernel/context";
import { InvitationLink } from "./invitation-link";
import { roleWords } from "./role-choices";

type InvitationRow = {
  id: string;
  email: string;
  role: Role;
  invitedByName: string | null;
  expiresAt: Date;
  isExpired: boolean;
};

const columns: Column<InvitationRow>[] = [
  {
    head: "E-mail",
    cell: ({ email, invitedByName }) => (
      <span className="grid min-w-0 py-1">
        <span className="truncate font-medium">{email}</span>
        {invitedByName && <span className="truncate text-meta text-muted">by {invitedByName}</span>}
      </span>
    ),
  },
  { head: "Role", cell: ({ role }) => <Tag>{roleWords[role].label}</Tag> },
  {
    head: "Open until",
    cell: ({ expiresAt, isExpired }) =>
      isExpired ? <Tag tone="warn">Run out</Tag> : <RelativeTime at={expiresAt} />,
    isWideOnly: true,
    isNumber: true,
  },
  {
    head: "Actions",
    isHeadHidden: true,
    isNumber: true,
    cell: (invitation) => <InvitationMenu invitation={invitation} />,
  },
];

/** Invitations that nobody has accepted yet. */
export function InvitationsTable({ invitations }: { invitations: InvitationRow[] }) {
  return <DataTable caption="Invitations" columns={columns} rows={invitations} rowKey={({ id }) => id} />;
}

const Renewed = z.object({ url: z.string(), isMailed: z.boolean() });

function InvitationMenu({ invitation: { id, email } }: { invitation: InvitationRow }) {
  const [renewed, setRenewed] = useState<z.infer<typeof Renewed> | null>(null);
  const { save } = useSave();
  const router = useRouter();

  async function renew() {
    const answer = await callApi("PUT", `/api/v1/invitations/${id}/link`, { answer: Renewed });
    if (!answer.ok) return toast.error(sentenceOf(answer.problem));
    setRenewed(answer.data);
    router.refresh();
  }

  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton size="sm" label={`Change the invitation of ${email}`} icon={<Ellipsis aria-hidden />} />
        }
      >
        <MenuItem icon={<Link2 />} onSelect={() => void renew()}>
          Send again with a new link
        </MenuItem>
        <MenuItem
          tone="bad"
          icon={<Trash2 />}
          onSelect={() =>
            void save(() => callApi("DELETE", `/api/v1/invitations/${id}`), "Invitation taken back")
          }
        >
          Take back
        </MenuItem>
      </Menu>
      {renewed && <InvitationLink email={email} {...renewed} onClose={() => setRenewed(null)} />}
    </>
  );
}
