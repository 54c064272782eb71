"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { SearchX, Users } from "lucide-react";
import { customersQuery } from "@/components/customers/data/queries";
import { useLiveCustomerList } from "@/components/customers/data/use-live-customers";
import { customersColumns } from "@/components/customers/list/customers-columns";
import { useCustomersFilter } from "@/components/customers/list/customers-place";
import { FilterBar } from "@/components/customers/list/filter-bar";
import { NewCustomerButton } from "@/components/customers/list/new-customer";
import { Button } from "@/components/ui/action/button";
import { SkeletonRows } from "@/components/ui/display/skeleton";
import { DataTable } from "@/components/ui/page/data-table";
import { EmptyState } from "@/components/ui/page/empty-state";

/** Everybody the business knows, found as one types, kept up to date. */
export function Customers() {
  useLiveCustomerList();
  const { filter, isFiltered, clear } = useCustomersFilter();
  const customers = useInfiniteQuery({ ...customersQuery(filter), placeholderData: keepPreviousData });
  const rows = customers.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <>
      <FilterBar />
      {customers.isPending && <SkeletonRows count={8} />}
      {customers.isError && <Failed onRetry={() => void customers.refetch()} />}
      {customers.isSuccess && (
        <DataTable
          caption="Customers"
          columns={customersColumns}
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/customers/${id}`}
          empty={isFiltered ? <NothingFound onClear={clear} /> : <NoCustomers />}
          footer={
            customers.hasNextPage && (
              <div className="grid place-items-center py-3">
                <Button
                  variant="ghost"
                  isLoading={customers.isFetchingNextPage}
                  onClick={() => void customers.fetchNextPage()}
                >
                  Show more customers
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
      title="Nobody like that"
      action={<Button onClick={onClear}>Clear the search</Button>}
    >
      Try the beginning of a name or e-mail, or any four digits of a number.
    </EmptyState>
  );
}

function NoCustomers() {
  return (
    <EmptyState
      icon={<Users aria-hidden />}
      title="Your customers will stand here"
      action={<NewCustomerButton />}
    >
      Everybody who calls or texts appears by themselves. You can also add people, or bring a list.
    </EmptyState>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" className="py-16 text-center">
      <p className="mb-3 text-muted">The customers could not be loaded.</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
