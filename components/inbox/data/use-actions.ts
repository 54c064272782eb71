"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useDesk } from "@/components/inbox/inbox-context";
import { Refused, request } from "@/components/query/request";
import { timeWords } from "@/components/ui/display/time-words";
import { toast } from "@/components/ui/overlay/toast";
import type { ConversationRow } from "@/lib/inbox/schema";
import { findRow, patchRow } from "./patch-lists";
import { keepUnread } from "./use-read";

type Assignee = ConversationRow["assignee"];
type Priority = ConversationRow["priority"];

/** Everything that can be done to a conversation: shown at once, told to the server, and taken back by Undo. */
export function useActions() {
  const queries = useQueryClient();
  const { memberId, timezone, userName } = useDesk();

  return useMemo(() => {
    async function change(
      id: string,
      shown: Partial<ConversationRow>,
      tell: () => Promise<unknown>,
      undo?: { title: string; back: () => void },
    ) {
      const before = findRow(queries, id);
      patchRow(queries, id, shown, memberId);
      try {
        await tell();
        if (undo) toast.undo(undo.title, undo.back);
      } catch (error) {
        if (before) patchRow(queries, id, before, memberId);
        toast.error("That did not work", {
          description: error instanceof Refused ? error.message : undefined,
        });
      }
    }
    const path = (id: string, part: string) => `/api/v1/conversations/${id}/${part}`;

    const reopen = (row: ConversationRow) =>
      change(row.id, { status: "open", snoozedUntil: null }, () =>
        request("DELETE", path(row.id, row.status === "snoozed" ? "snooze" : "closure")),
      );

    const restore = (row: ConversationRow) => {
      if (row.status === "snoozed" && row.snoozedUntil) return snoozeQuietly(row, new Date(row.snoozedUntil));
      if (row.status === "closed") return change(row.id, { status: "closed" }, () => tellClosed(row));
      return change(row.id, { status: row.status, snoozedUntil: null }, () =>
        request("DELETE", path(row.id, "closure")),
      );
    };
    const tellClosed = (row: ConversationRow) => request("PUT", path(row.id, "closure"));

    const snoozeQuietly = (row: ConversationRow, until: Date) =>
      change(row.id, { status: "snoozed", snoozedUntil: until.toISOString() }, () =>
        request("PUT", path(row.id, "snooze"), { body: { until } }),
      );

    const assign = (row: ConversationRow, assignee: Assignee, isUndo = false): Promise<void> =>
      change(
        row.id,
        { assignee },
        () =>
          request("PUT", path(row.id, "assignee"), {
            body: { kind: assignee.kind, ...(assignee.id ? { memberId: assignee.id } : {}) },
          }),
        isUndo
          ? undefined
          : { title: assignedWords(assignee, memberId), back: () => void assign(row, row.assignee, true) },
      );

    return {
      reopen,
      assign,
      assignToMe: (row: ConversationRow) => assign(row, { kind: "member", id: memberId, name: userName }),

      close: (row: ConversationRow) =>
        change(row.id, { status: "closed", snoozedUntil: null }, () => tellClosed(row), {
          title: `Closed #${row.number}`,
          back: () => void restore(row),
        }),

      snooze: (row: ConversationRow, until: Date) =>
        change(
          row.id,
          { status: "snoozed", snoozedUntil: until.toISOString() },
          () => request("PUT", path(row.id, "snooze"), { body: { until } }),
          {
            title: `Snoozed until ${timeWords(until, new Date(), timezone, "long")}`,
            back: () => void restore(row),
          },
        ),

      prioritise: (row: ConversationRow, priority: Priority) =>
        change(row.id, { priority }, () => request("PUT", path(row.id, "priority"), { body: { priority } })),

      tagWith: (row: ConversationRow, tags: { add?: string[]; remove?: string[] }) => {
        const { add = [], remove = [] } = tags;
        const shown = [...new Set([...row.tags, ...add])].filter((tag) => !remove.includes(tag)).sort();
        return change(row.id, { tags: shown }, () =>
          request("PATCH", path(row.id, "tags"), { body: { add, remove } }),
        );
      },

      markUnread: (row: ConversationRow) => {
        keepUnread(row.id);
        return change(row.id, { unread: Math.max(1, row.unread) }, () =>
          request("DELETE", path(row.id, "read")),
        );
      },
    };
  }, [queries, memberId, timezone, userName]);
}

function assignedWords(assignee: Assignee, memberId: string): string {
  if (assignee.kind === "nobody") return "Unassigned";
  if (assignee.kind === "assistant") return "Handed to the receptionist";
  return assignee.id === memberId ? "Assigned to you" : `Assigned to ${assignee.name ?? "a colleague"}`;
}
