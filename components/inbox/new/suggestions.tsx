"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Paged, queryText, request } from "@/components/query/request";
import { Avatar } from "@/components/ui/display/avatar";
import { phoneFace } from "@/components/ui/display/phone-face";
import type { CustomerView } from "@/lib/customers/schema";

const debounceMs = 200;

type SuggestionsProps = { text: string; onPick: (address: string) => void };

/** Customers whose name fits what is typed. */
export function Suggestions({ text, onPick }: SuggestionsProps) {
  const [words, setWords] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setWords(text.trim()), debounceMs);
    return () => clearTimeout(timer);
  }, [text]);
  const isName = /\p{L}{2}/u.test(words) && words === text.trim();
  const { data } = useQuery({
    queryKey: ["customers", "suggestions", words],
    queryFn: ({ signal }) =>
      request<Paged<CustomerView>>("GET", `/api/v1/customers${queryText({ search: words, limit: 5 })}`, {
        signal,
      }),
    enabled: isName,
    staleTime: 30_000,
  });
  const found = isName ? (data?.data ?? []) : [];
  if (found.length === 0) return null;
  return (
    <ul aria-label="Customers" className="-mt-2 rounded-card border border-line p-1">
      {found.map(({ id, name, addresses }) => {
        const address = addresses[0]?.address.replace(/^whatsapp:/, "");
        return address ? (
          <li key={id}>
            <button
              type="button"
              onClick={() => onPick(address)}
              className="flex min-h-control w-full items-center gap-2.5 rounded-control px-2.5 py-1 text-left hover:bg-selection focus-visible:-outline-offset-2"
            >
              <Avatar name={name} size="xs" />
              <span className="min-w-0 flex-1 truncate">{phoneFace(name)}</span>
              <span className="tabular text-meta text-muted">{phoneFace(address)}</span>
            </button>
          </li>
        ) : null;
      })}
    </ul>
  );
}
