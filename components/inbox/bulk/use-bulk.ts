"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { patchRow } from "@/components/inbox/data/patch-lists";
import { countsQuery } from "@/components/inbox/data/queries";
import { useDesk } from "@/components/inbox/inbox-context";
import { Refused, request } from "@/components/query/request";
import { toast } from "@/components/ui/overlay/toast";
import type { ConversationRow } from "@/lib/inbox/schema";
import type { BulkChange } from "./changes";

type Outcome = { id: string; ok: boolean; reason?: string };
type Item = { row: ConversationRow; change: Record<string, unknown>; shown: Partial<ConversationRow> };

const atOnce = 10;

/** Changes several conversations, some at a time, with how far it is; and takes back what was done. */
export function useBulk() {
  const queries = useQueryClient();
  const { memberId } = useDesk();
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const isCancelled = useRef(false);

  async function work(items: readonly Item[]): Promise<{ done: Item[]; problems: string[] }> {
    isCancelled.current = false;
    const done: Item[] = [];
    const problems: string[] = [];
    for (let from = 0; from < items.length && !isCancelled.current; from += atOnce) {
      setProgress({ done: from, of: items.length });
      const part = items.slice(from, from + atOnce);
      const outcomes = await tell(part);
      for (const [index, item] of part.entries()) {
        const outcome = outcomes[index];
        if (outcome?.ok) {
          done.push(item);
          patchRow(queries, item.row.id, item.shown, memberId);
        } else problems.push(outcome?.reason ?? "The server could not be reached.");
      }
    }
    setProgress(null);
    void queries.invalidateQueries({ queryKey: countsQuery.queryKey });
    return { done, problems };
  }

  async function apply(rows: readonly ConversationRow[], change: BulkChange): Promise<void> {
    const items = rows.map((row) => ({ row, change: change.forward(row), shown: change.shown(row) }));
    const { done, problems } = await work(items);
    if (done.length > 0)
      toast.undo(change.words(done.length), () => {
        const back = done.map(({ row }) => ({ row, change: change.back(row), shown: row }));
        void work(back).then((undone) => tellProblems(undone.problems));
      });
    tellProblems(problems);
  }

  return { apply, progress, cancel: () => (isCancelled.current = true) };
}

async function tell(items: readonly Item[]): Promise<Outcome[]> {
  try {
    const body = { items: items.map(({ row, change }) => ({ id: row.id, ...change })) };
    return (await request<{ data: Outcome[] }>("POST", "/api/v1/conversations/changes", { body })).data;
  } catch (error) {
    const reason = error instanceof Refused ? error.message : "The server could not be reached.";
    return items.map(({ row }) => ({ id: row.id, ok: false, reason }));
  }
}

function tellProblems(problems: readonly string[]) {
  if (problems.length === 0) return;
  toast.error(
    problems.length === 1 ? "One could not be changed" : `${problems.length} could not be changed`,
    {
      description: [...new Set(problems)].join(" "),
    },
  );
}
