import type { QueryClient } from "@tanstack/react-query";
import {
  conversationQuery,
  countsQuery,
  customerQuery,
  earlierQuery,
  entriesPerPage,
  entriesQuery,
  firstStepsQuery,
  listQuery,
  rowsPerPage,
} from "@/components/inbox/data/queries";
import type { InboxPlace } from "@/components/inbox/place";
import { queryClient } from "@/components/query/query-client";
import { getCustomer } from "@/lib/customers";
import {
  countInbox,
  firstSteps,
  getConversation,
  listConversations,
  listEntries,
  listInbox,
} from "@/lib/inbox";
import { InboxFilter } from "@/lib/inbox/schema";
import type { Ctx } from "@/lib/kernel/context";
import { isAppError } from "@/lib/kernel/errors";

const earlierShown = 8;

/** Everything that a place in the inbox shows, under the keys by which the browser asks for it later. */
export async function loadInbox(ctx: Ctx, place: InboxPlace): Promise<QueryClient> {
  const queries = queryClient();
  const { conversationId, tab, channel, priority, assignee, unread } = place;
  const filter = { tab, channel, priority, assignee, unread };
  await Promise.all([
    loadList(ctx, queries, filter),
    countInbox(ctx).then((counts) => queries.setQueryData(countsQuery.queryKey, counts)),
    conversationId
      ? loadThread(ctx, queries, conversationId, place.at)
      : firstSteps(ctx).then((steps) => queries.setQueryData(firstStepsQuery.queryKey, steps)),
  ]);
  return queries;
}

type Filter = Pick<InboxPlace, "tab" | "channel" | "priority" | "assignee" | "unread">;

async function loadList(ctx: Ctx, queries: QueryClient, filter: Filter) {
  const wanted = InboxFilter.safeParse({ ...filter, unread: filter.unread && "true", limit: rowsPerPage });
  if (!wanted.success) return;
  const page = await listInbox(ctx, wanted.data);
  queries.setQueryData(listQuery(filter).queryKey, { pages: [page], pageParams: [null] });
}

/** A thread that does not exist is left to the browser, which finds the same and says so. */
async function loadThread(ctx: Ctx, queries: QueryClient, conversationId: string, through?: string) {
  try {
    const [view, page] = await Promise.all([
      getConversation(ctx, conversationId),
      listEntries(ctx, { conversationId, through, limit: entriesPerPage }),
    ]);
    const { customerId } = view;
    const [customer, earlier] = await Promise.all([
      getCustomer(ctx, customerId),
      listConversations(ctx, { customerId, limit: earlierShown }),
    ]);
    queries.setQueryData(conversationQuery(conversationId).queryKey, view);
    queries.setQueryData(entriesQuery(conversationId).queryKey, { pages: [page], pageParams: [null] });
    queries.setQueryData(customerQuery(customerId).queryKey, customer);
    queries.setQueryData(earlierQuery(customerId).queryKey, earlier);
  } catch (error) {
    if (!isAppError(error) || error.code !== "not_found") throw error;
  }
}
