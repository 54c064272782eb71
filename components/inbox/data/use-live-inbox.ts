"use client";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLiveStream } from "@/components/live/use-live-stream";
import { type Paged, request } from "@/components/query/request";
import type { LiveEvent } from "@/lib/events/schema";
import type { ConversationRow } from "@/lib/inbox/schema";
import { refreshEntries } from "./patch-entries";
import { patchLists } from "./patch-lists";
import { conversationQuery, customerQuery, firstStepsQuery, inboxKey } from "./queries";

/** News that come together are looked up together; one alone is looked up at once. */
const gatherMs = 60;
const mostAtOnce = 60;
const patienceMs = 10_000;

const elapse = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Keeps lists, threads and counts of the inbox as they are on the server. */
export function useLiveInbox(memberId: string, onNews: (event: LiveEvent, row: ConversationRow) => void) {
  const queries = useQueryClient();
  const waiting = useRef<LiveEvent[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  useLiveStream((event) => {
    if (event.seq === null || !event.subject.conversationId) {
      if (event.kind === "customer.changed") refreshCustomer(queries, event.subject.customerId);
      return;
    }
    waiting.current.push(event);
    timer.current ??= setTimeout(async () => {
      try {
        // One look after the other: an answer that was overtaken must not put back what it saw. One that hangs is left behind.
        while (waiting.current.length > 0)
          await Promise.race([tell(waiting.current.splice(0)), elapse(patienceMs)]);
      } finally {
        timer.current = undefined;
      }
    }, gatherMs);
  });

  async function tell(events: LiveEvent[]) {
    const rows = await lookUp(queries, events, memberId).catch(async () => {
      // What was told cannot be looked up one by one: load everything again as soon as that works.
      await queries.invalidateQueries({ queryKey: inboxKey });
      return [];
    });
    for (const event of events) {
      const row = rows.find((each) => each.id === event.subject.conversationId);
      if (row) onNews(event, row);
    }
  }
}

async function lookUp(
  queries: QueryClient,
  events: LiveEvent[],
  memberId: string,
): Promise<ConversationRow[]> {
  const ids = [...new Set(events.flatMap(({ subject }) => subject.conversationId ?? []))];
  if (ids.length > mostAtOnce) {
    await queries.invalidateQueries({ queryKey: inboxKey });
    return [];
  }
  const spoken = events.filter(({ kind }) => kind !== "conversation.read");
  const [{ data }] = await Promise.all([
    request<Pick<Paged<ConversationRow>, "data">>("GET", `/api/v1/inbox/rows?ids=${ids.join()}`),
    ...[...new Set(spoken.flatMap(({ subject }) => subject.conversationId ?? []))].map((id) =>
      refreshThread(queries, id),
    ),
  ]);
  patchLists(queries, data, memberId);
  for (const { kind, subject } of events) {
    // A STOP changes what the customer allows.
    if (kind === "message.received") refreshCustomer(queries, subject.customerId);
  }
  void queries.invalidateQueries({ queryKey: firstStepsQuery.queryKey });
  return data;
}

/** A thread that is loaded, with what its composer knows (window, consent). */
async function refreshThread(queries: QueryClient, id: string) {
  await Promise.all([
    refreshEntries(queries, id),
    queries.invalidateQueries({ queryKey: conversationQuery(id).queryKey }),
  ]);
}

function refreshCustomer(queries: QueryClient, customerId: string | undefined) {
  if (customerId) void queries.invalidateQueries({ queryKey: customerQuery(customerId).queryKey });
}
