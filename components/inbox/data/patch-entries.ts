import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { type Paged, queryText, request } from "@/components/query/request";
import type { Entry } from "@/lib/inbox/schema";
import { entriesKey, entriesPerPage, entriesQuery } from "./queries";

export type EntriesData = InfiniteData<Paged<Entry>, string | null>;

/**
 * Fetches the newest page of a thread and lays it over what is loaded. Nothing happens to a thread that was never opened.
 * The first page of one that is being opened may have been read before the news, so it is waited for.
 */
export async function refreshEntries(queries: QueryClient, conversationId: string) {
  const key = entriesKey(conversationId);
  if (!queries.getQueryState(key)) return;
  const isLoaded = await queries.ensureInfiniteQueryData(entriesQuery(conversationId)).then(
    () => true,
    () => false, // says so itself, and must not keep others from their news
  );
  if (!isLoaded) return;
  const newest = await request<Paged<Entry>>(
    "GET",
    `/api/v1/conversations/${conversationId}/entries${queryText({ limit: entriesPerPage })}`,
  );
  queries.setQueryData<EntriesData>(key, (data) => data && mergeNewest(data, newest));
}

/** Makes a loaded thread long enough to hold an entry that it does not show yet. */
export async function reachBack(queries: QueryClient, conversationId: string, through: string) {
  const page = await request<Paged<Entry>>(
    "GET",
    `/api/v1/conversations/${conversationId}/entries${queryText({ limit: entriesPerPage, through })}`,
  );
  queries.setQueryData<EntriesData>(entriesKey(conversationId), { pages: [page], pageParams: [null] });
}

/** Replaces what changed, appends what is new; when more came than a page holds, the thread starts over from it. */
export function mergeNewest(data: EntriesData, newest: Paged<Entry>): EntriesData {
  const fresh = new Map(newest.data.map((entry) => [entry.id, entry]));
  const known = new Set(data.pages.flatMap((page) => page.data.map((entry) => entry.id)));
  // What waits for its time is always the newest, so it says nothing about what came before it.
  const isGapless =
    newest.nextCursor === null || newest.data.some((entry) => known.has(entry.id) && !isWaiting(entry));
  if (!isGapless) return { pages: [newest], pageParams: [null] };
  const added = newest.data.filter((entry) => !known.has(entry.id));
  return {
    ...data,
    pages: data.pages.map((page, index) => ({
      ...page,
      data: [...page.data.map((entry) => fresh.get(entry.id) ?? entry), ...(index === 0 ? added : [])].sort(
        compareEntries,
      ),
    })),
  };
}

function isWaiting(entry: Entry): boolean {
  return entry.type === "message" && entry.status === "scheduled";
}

/** Oldest first, as a thread is read. */
export function compareEntries(one: Entry, other: Entry): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Changes one entry in place. */
export function patchEntry(
  queries: QueryClient,
  conversationId: string,
  entryId: string,
  change: (entry: Entry) => Entry,
) {
  queries.setQueryData<EntriesData>(
    entriesKey(conversationId),
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          data: page.data.map((entry) => (entry.id === entryId ? change(entry) : entry)),
        })),
      },
  );
}
