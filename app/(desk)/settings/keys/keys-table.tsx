"use client";
import { KeyRound, Trash2 } from "lucide-react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { IconButton } from "@/components/ui/action/icon-button";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { type Column, DataTable } from "@/components/ui/page/data-table";
import { EmptyState } from "@/components/ui/page/empty-state";
import { CreateKeyButton } from "./create-key-button";
import { scopeWords } from "./scope-words";

type KeyRow = {
  id: string;
  name: string;
  lastFour: string;
  scopes: string[];
  createdByName: string | null;
  lastUsedAt: Date | null;
};

const columns: Column<KeyRow>[] = [
  {
    head: "Name",
    cell: ({ name, lastFour }) => (
      <span className="grid min-w-0 py-1">
        <span className="truncate font-medium">{name}</span>
        <code className="font-mono text-meta text-muted">tl_…{lastFour}</code>
      </span>
    ),
  },
  {
    head: "May",
    cell: ({ scopes }) => <span className="text-small text-muted">{scopeWords(scopes)}</span>,
    isWideOnly: true,
  },
  {
    head: "Last used",
    cell: ({ lastUsedAt }) =>
      lastUsedAt ? <RelativeTime at={lastUsedAt} /> : <span className="text-muted">Never</span>,
    isNumber: true,
  },
  { head: "Actions", isHeadHidden: true, isNumber: true, cell: (key) => <RevokeButton apiKey={key} /> },
];

/** The keys that stand. */
export function KeysTable({ keys }: { keys: KeyRow[] }) {
  return (
    <DataTable
      caption="API keys"
      columns={columns}
      rows={keys}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          icon={<KeyRound aria-hidden />}
          title="No keys yet"
          action={<CreateKeyButton isSecondary />}
        >
          Create one to send texts from your shop system, or to read conversations into your reports.
        </EmptyState>
      }
    />
  );
}

function RevokeButton({ apiKey: { id, name } }: { apiKey: KeyRow }) {
  const [isAsking, setIsAsking] = useState(false);
  const { save } = useSave();
  return (
    <>
      <IconButton
        size="sm"
        label={`Revoke ${name}`}
        icon={<Trash2 aria-hidden />}
        onClick={() => setIsAsking(true)}
      />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Revoke ${name}?`}
        description="Programs that use this key are refused at once. This cannot be undone."
        confirmLabel="Revoke key"
        onConfirm={async () =>
          void (await save(() => callApi("DELETE", `/api/v1/keys/${id}`), `${name} is revoked`))
        }
      />
    </>
  );
}
