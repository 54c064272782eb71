"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Search, SearchX } from "lucide-react";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { searchQuery } from "@/components/inbox/data/queries";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { SearchResult } from "@/components/inbox/list/search-result";
import { goTo, useInboxRoute } from "@/components/inbox/use-inbox-route";
import { IconButton } from "@/components/ui/action/icon-button";
import { SkeletonRows } from "@/components/ui/display/skeleton";
import { Input } from "@/components/ui/form/input";
import { EmptyState } from "@/components/ui/page/empty-state";

const shortest = 2;
const debounceMs = 180;

/** Finds people and words; the words stay in the address, so a search can be reloaded and gone back to. */
export function SearchPane() {
  const { place, hrefOf } = useInboxRoute();
  const { close } = useInboxUi();
  const [text, setText] = useState(place.q ?? "");
  const words = useDebounced(text.trim());

  useEffect(() => {
    if (words !== (place.q ?? "")) goTo(hrefOf({ q: words || undefined }), true);
  }, [words, place.q, hrefOf]);

  function leave() {
    close("search");
    goTo(hrefOf({ q: undefined, at: undefined }), true);
  }

  return (
    <>
      <header className="flex h-head shrink-0 items-center gap-1.5 border-b border-line pr-3 pl-2">
        <IconButton label="Leave the search" icon={<ArrowLeft aria-hidden />} onClick={leave} />
        <SearchField text={text} onChange={setText} onLeave={leave} />
      </header>
      {words.length >= shortest ? <Results words={words} /> : <SearchHint />}
    </>
  );
}

type SearchFieldProps = { text: string; onChange: (text: string) => void; onLeave: () => void };

function SearchField({ text, onChange, onLeave }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <search className="flex-1">
      <Input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        aria-label="Search messages and people"
        placeholder="Search messages and people"
        icon={<Search />}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onLeave();
          if (event.key === "ArrowDown") focusFirstResult(event.currentTarget);
        }}
      />
    </search>
  );
}

function Results({ words }: { words: string }) {
  const { data, isPending, isError } = useQuery(searchQuery(words));
  const hits = useDeferredValue(data?.data);
  if (isPending) return <SkeletonRows count={5} />;
  if (isError || !hits || hits.length === 0) return <NothingFound words={words} isError={isError} />;
  return (
    <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto">
      <p role="status" className="px-4 pt-3 pb-1 text-meta text-muted">
        {hits.length === 1 ? "1 conversation" : `${hits.length} conversations`}
      </p>
      <ul aria-label="Search results" className="px-2 pb-2" data-results>
        {hits.map((hit) => (
          <SearchResult key={hit.conversation.id} hit={hit} words={words} />
        ))}
      </ul>
    </div>
  );
}

function NothingFound({ words, isError }: { words: string; isError: boolean }) {
  return (
    <EmptyState icon={<SearchX aria-hidden />} title={isError ? "The search failed" : "Nothing found"}>
      {isError
        ? "The server did not answer. Change a letter to try again."
        : `No person and no message holds “${words}”. Try fewer words, or part of a number.`}
    </EmptyState>
  );
}

function SearchHint() {
  return (
    <p className="px-6 py-10 text-center text-balance text-muted">
      A name, part of a phone number, or words that somebody wrote.
    </p>
  );
}

function useDebounced(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), debounceMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function focusFirstResult(from: HTMLElement) {
  from.closest("section")?.querySelector<HTMLElement>("[data-results] a")?.focus();
}
