import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { positionOfPage } from "@/app/live-position";
import { requireViewer } from "@/app/viewer";
import { customersPerPage, customersQuery, facetsQuery } from "@/components/customers/data/queries";
import { Customers } from "@/components/customers/list/customers";
import { filterFrom } from "@/components/customers/list/filter-from";
import { ListMenu } from "@/components/customers/list/list-menu";
import { NewCustomerButton } from "@/components/customers/list/new-customer";
import { queryClient } from "@/components/query/query-client";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { mayDo } from "@/lib/auth";
import { findCustomers, readFacets } from "@/lib/customers";
import { FindCustomers } from "@/lib/customers/schema";

export const metadata: Metadata = { title: "Customers" };

type CustomersPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The list as the address asks for it, drawn whole on the server and kept live by the browser. */
export default async function CustomersPage({ searchParams }: CustomersPageProps) {
  const { ctx } = await requireViewer();
  await positionOfPage();
  const search = await searchParams;
  const filter = filterFrom({ get: (name) => [search[name]].flat()[0] ?? null });
  const wanted = FindCustomers.safeParse({ ...filter, limit: customersPerPage });
  const queries = queryClient();
  if (wanted.success) {
    const [page, facets] = await Promise.all([findCustomers(ctx, wanted.data), readFacets(ctx, wanted.data)]);
    queries.setQueryData(customersQuery(filter).queryKey, { pages: [page], pageParams: [null] });
    queries.setQueryData(facetsQuery(filter).queryKey, facets);
  }
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <PageHead
        title="Customers"
        actions={
          <>
            <ListMenu mayExport={mayDo(ctx.actor, "customers.export")} />
            <NewCustomerButton />
          </>
        }
      />
      <PageBody>
        <Customers />
      </PageBody>
    </HydrationBoundary>
  );
}
