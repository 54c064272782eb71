"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useDesk } from "@/components/inbox/inbox-context";
import { Refused, request } from "@/components/query/request";
import { toast } from "@/components/ui/overlay/toast";
import type { ChangeCustomer, CustomerView } from "@/lib/customers/schema";
import type { ListData } from "./patch-lists";
import { patchLists } from "./patch-lists";
import { customerQuery, listsKey } from "./queries";

/** The person on the other side, and changing what is known of them: shown at once, put back when it fails. */
export function useCustomer(id: string) {
  const queries = useQueryClient();
  const { memberId } = useDesk();
  const { queryKey } = customerQuery(id);
  const { data } = useQuery(customerQuery(id));

  async function change(changes: ChangeCustomer): Promise<void> {
    const before = queries.getQueryData(queryKey);
    queries.setQueryData(queryKey, (known) => known && { ...known, ...changes });
    if (changes.name) rename(changes.name);
    try {
      queries.setQueryData(
        queryKey,
        await request<CustomerView>("PATCH", `/api/v1/customers/${id}`, { body: changes }),
      );
    } catch (error) {
      queries.setQueryData(queryKey, before);
      if (before) rename(before.name);
      toast.error("Not saved", { description: error instanceof Refused ? error.message : undefined });
    }
  }

  function rename(customerName: string) {
    const rows = queries
      .getQueriesData<ListData>({ queryKey: listsKey })
      .flatMap(([, list]) => list?.pages.flatMap((page) => page.data) ?? [])
      .filter((row) => row.customerId === id);
    const unique = [...new Map(rows.map((row) => [row.id, { ...row, customerName }])).values()];
    patchLists(queries, unique, memberId);
  }

  return { customer: data, change };
}
