"use client";
import { MessageSquareQuote, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { IconButton } from "@/components/ui/action/icon-button";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { type Column, DataTable } from "@/components/ui/page/data-table";
import { EmptyState } from "@/components/ui/page/empty-state";
import type { SavedReplyView } from "@/lib/inbox/schema";
import { exampleOf } from "@/lib/kernel/variables";
import { AddReply } from "./add-reply";
import { ReplyDialog } from "./reply-dialog";

const columns: Column<SavedReplyView>[] = [
  {
    head: "Reply",
    cell: ({ name, body }) => (
      <span className="grid min-w-0 py-1.5">
        <span className="truncate font-medium">{name}</span>
        <span className="line-clamp-2 text-small text-muted">{exampleOf(body)}</span>
      </span>
    ),
  },
  { head: "Actions", isHeadHidden: true, isNumber: true, cell: (reply) => <ReplyActions reply={reply} /> },
];

/** The saved replies, as they would read for an example person. */
export function RepliesTable({ replies }: { replies: SavedReplyView[] }) {
  return (
    <DataTable
      caption="Saved replies"
      columns={columns}
      rows={replies}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          icon={<MessageSquareQuote aria-hidden />}
          title="No saved replies yet"
          action={<AddReply isSecondary />}
        >
          Directions, prices, “we got your message”: write it once, send it with two keys.
        </EmptyState>
      }
    />
  );
}

function ReplyActions({ reply }: { reply: SavedReplyView }) {
  const [opened, setOpened] = useState<"change" | "remove" | null>(null);
  const { save } = useSave();
  return (
    <span className="flex justify-end">
      <IconButton
        size="sm"
        label={`Change ${reply.name}`}
        icon={<Pencil aria-hidden />}
        onClick={() => setOpened("change")}
      />
      <IconButton
        size="sm"
        label={`Remove ${reply.name}`}
        icon={<Trash2 aria-hidden />}
        onClick={() => setOpened("remove")}
      />
      {opened === "change" && <ReplyDialog reply={reply} onClose={() => setOpened(null)} />}
      <ConfirmDialog
        open={opened === "remove"}
        onOpenChange={(isOpen) => !isOpen && setOpened(null)}
        title={`Remove “${reply.name}”?`}
        description="What was sent with it stays as it is."
        confirmLabel="Remove reply"
        onConfirm={async () =>
          void (await save(() => callApi("DELETE", `/api/v1/saved-replies/${reply.id}`), "Removed"))
        }
      />
    </span>
  );
}
