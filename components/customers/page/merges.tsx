"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Merge as MergeIcon } from "lucide-react";
import { mergesQuery } from "@/components/customers/data/queries";
import { SideSection } from "@/components/customers/page/side-section";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { phoneFace } from "@/components/ui/display/phone-face";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { toast } from "@/components/ui/overlay/toast";
import type { MergeView } from "@/lib/persons/schema";

/** Who was merged into this customer, and taking it back. */
export function Merges({ id }: { id: string }) {
  const { data } = useQuery(mergesQuery(id));
  const merges = data?.data ?? [];
  if (merges.length === 0) return null;
  return (
    <SideSection title="Merged">
      <ul className="flex flex-col gap-2">
        {merges.map((merge) => (
          <MergeRow key={merge.id} id={id} merge={merge} />
        ))}
      </ul>
    </SideSection>
  );
}

function MergeRow({ id, merge }: { id: string; merge: MergeView }) {
  const takeApart = useTakeApart(id);
  return (
    <li className="flex items-start gap-2.5 text-small">
      <MergeIcon className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{phoneFace(merge.name)}</span>
        <span className="block truncate text-meta text-muted">
          {merge.by ? `${merge.by}, ` : ""}
          <RelativeTime at={merge.createdAt} form="long" />
        </span>
      </span>
      {merge.isLast && (
        <Button size="sm" onClick={() => void takeApart(merge.id, merge.name)}>
          Take apart
        </Button>
      )}
    </li>
  );
}

/** Takes a merge back and shows both as they stand. */
export function useTakeApart(id: string) {
  const queries = useQueryClient();
  return async (mergeId: string, name: string) => {
    try {
      await request("DELETE", `/api/v1/customers/${id}/merges/${mergeId}`);
      await queries.invalidateQueries();
      toast.success(`${phoneFace(name)} stands alone again`);
    } catch (error) {
      toast.error("Not taken apart", { description: error instanceof Refused ? error.message : undefined });
    }
  };
}
