"use client";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { callApi } from "@/components/api/call-api";
import { useLiveStream } from "@/components/live/use-live-stream";
import { request } from "@/components/query/request";
import type { NotificationBoard } from "@/lib/notifications/schema";

const boardQuery = queryOptions({
  queryKey: ["notifications"],
  queryFn: ({ signal }) => request<NotificationBoard>("GET", "/api/v1/notifications", { signal }),
});

/** What people should know, live on every page, and marking it as read. */
export function useNotifications(atFirst: NotificationBoard) {
  const queries = useQueryClient();
  const { data } = useQuery({ ...boardQuery, initialData: atFirst });
  useLiveStream(({ seq, kind }) => {
    if (seq !== null && kind.startsWith("notification."))
      void queries.invalidateQueries({ queryKey: boardQuery.queryKey });
  });
  const markRead = useCallback(() => void callApi("PUT", "/api/v1/notifications/read", { body: {} }), []);
  return { board: data, markRead };
}
