"use client";
import { useEffect, useRef } from "react";
import { customerQuery } from "@/components/inbox/data/queries";
import { useLiveStream } from "@/components/live/use-live-stream";
import { aboutKey, customersKey } from "./queries";

/** News that come together are looked up together. */
const gatherMs = 400;

/** Keeps the list as it is on the server, without asking for every row of an import. */
export function useLiveCustomerList(): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveStream(({ kind }, queries) => {
    if (!kind.startsWith("customer.") && !kind.startsWith("customers.")) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: customersKey });
    }, gatherMs);
  });
}

/** Keeps one customer, and everything said with them, as it is on the server. */
export function useLiveCustomer(id: string): void {
  useLiveStream(({ subject }, queries) => {
    if (subject.customerId !== id && !subject.messageId) return;
    void queries.invalidateQueries({ queryKey: customerQuery(id).queryKey });
    void queries.invalidateQueries({ queryKey: aboutKey(id) });
  });
}
