"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { PhoneIncoming, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { callsQuery } from "@/components/calls/data/queries";
import { useLiveCallList } from "@/components/calls/data/use-live-calls";
import { callsColumns } from "@/components/calls/list/calls-columns";
import { FilterBar } from "@/components/calls/list/filter-bar";
import { useCallsFilter } from "@/components/calls/list/use-calls-filter";
import { Button } from "@/components/ui/action/button";
import { SkeletonRows } from "@/components/ui/display/skeleton";
import { DataTable } from "@/components/ui/page/data-table";
import { EmptyState } from "@/components/ui/page/empty-state";

type CallsProps = {
  timezone: string;
  /** What a business without any calls does first. */
  start: ReactNode;
};

/** Every call of the business under filters, newest first, kept up to date. */
export function Calls({ timezone, start }: CallsProps) {
  useLiveCallList();
  const { filter, isFiltered, clear } = useCallsFilter();
  const calls = useInfiniteQuery({ ...callsQuery(filter), placeholderData: keepPreviousData });
  const rows = calls.data?.pages.flatMap((page) => page.data) ?? [];
  const isNew = !isFiltered && calls.isSuccess && rows.length === 0;
  return (
    <>
      {!isNew && <FilterBar timezone={timezone} />}
      {calls.isPending && <SkeletonRows count={8} />}
      {calls.isError && <Failed onRetry={() => void calls.refetch()} />}
      {calls.isSuccess && (
        <DataTable
          caption="Calls, newest first"
          columns={callsColumns}
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/calls/${id}`}
          empty={isFiltered ? <NothingFound onClear={clear} /> : <NoCalls start={start} />}
          footer={
            calls.hasNextPage && (
              <div className="grid place-items-center py-3">
                <Button
                  variant="ghost"
                  isLoading={calls.isFetchingNextPage}
                  onClick={() => void calls.fetchNextPage()}
                >
                  Show older calls
                </Button>
              </div>
            )
          }
        />
      )}
    </>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX aria-hidden />}
      title="No calls like these"
      action={<Button onClick={onClear}>Clear the filters</Button>}
    >
      Nothing fits what you have chosen. Try fewer filters or other days.
    </EmptyState>
  );
}

function NoCalls({ start }: { start: ReactNode }) {
  return (
    <EmptyState icon={<PhoneIncoming aria-hidden />} title="Your calls will stand here" action={start}>
      Each with its recording, what was said, and what came of it. Call your number and hear the receptionist
      answer.
    </EmptyState>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" className="py-16 text-center">
      <p className="mb-3 text-muted">The calls could not be loaded.</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
