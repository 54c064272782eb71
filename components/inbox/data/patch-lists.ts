import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Paged } from "@/components/query/request";
import { belongsTo, compareRows, type ListFilter } from "@/lib/inbox/rules";
import type { ConversationRow, ConversationView } from "@/lib/inbox/schema";
import { conversationQuery, listsKey } from "./queries";

export type ListData = InfiniteData<Paged<ConversationRow>, string | null>;

/** Puts fresh rows where they belong in every list that is loaded, and takes them out where they do not. */
export function patchLists(queries: QueryClient, rows: readonly ConversationRow[], memberId: string) {
  for (const [key, data] of queries.getQueriesData<ListData>({ queryKey: listsKey })) {
    const filter = filterOf(key);
    if (data && filter) queries.setQueryData<ListData>(key, placeRows(data, rows, filter, memberId));
  }
  for (const row of rows) patchConversation(queries, row.id, row);
}

/** Changes what is known of a conversation, in its thread and in all lists. */
export function patchRow(
  queries: QueryClient,
  id: string,
  change: Partial<ConversationRow>,
  memberId: string,
) {
  const known = findRow(queries, id);
  if (known) patchLists(queries, [{ ...known, ...change }], memberId);
}

/** What is known of a conversation without asking. */
export function findRow(queries: QueryClient, id: string): ConversationRow | undefined {
  const view = queries.getQueryData(conversationQuery(id).queryKey);
  if (view) return view;
  for (const [, data] of queries.getQueriesData<ListData>({ queryKey: listsKey })) {
    const row = data?.pages.flatMap((page) => page.data).find((each) => each.id === id);
    if (row) return row;
  }
  return undefined;
}

/** The loaded pages with these rows at their places. Exported for its test. */
export function placeRows(
  data: ListData,
  rows: readonly ConversationRow[],
  filter: ListFilter,
  memberId: string,
): ListData {
  const ids = new Set(rows.map((row) => row.id));
  const staying = data.pages.map((page) => page.data.filter((row) => !ids.has(row.id)));
  const coming = rows.filter((row) => belongsTo(row, filter, memberId)).sort(compareRows);
  for (const row of coming) insert(staying, row, data.pages.at(-1)?.nextCursor === null);
  return {
    ...data,
    pages: data.pages.map((page, index) => ({ ...page, data: staying[index] ?? [] })),
  };
}

/** Into the first page that reaches back that far; what is older than all loaded pages comes with a later one. */
function insert(pages: ConversationRow[][], row: ConversationRow, isEndLoaded: boolean) {
  for (const [index, page] of pages.entries()) {
    const place = page.findIndex((other) => compareRows(row, other) < 0);
    if (place >= 0) return void page.splice(place, 0, row);
    if (index === pages.length - 1 && isEndLoaded) page.push(row);
  }
}

function patchConversation(queries: QueryClient, id: string, change: Partial<ConversationView>) {
  queries.setQueryData(conversationQuery(id).queryKey, (view) => view && { ...view, ...change });
}

function filterOf(key: readonly unknown[]): ListFilter | null {
  const last = key.at(-1);
  return typeof last === "object" && last !== null && "tab" in last ? (last as ListFilter) : null;
}
