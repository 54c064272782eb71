import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { positionOfPage } from "@/app/live-position";
import { requireViewerWho } from "@/app/viewer";
import { countryChoices } from "@/components/account/countries";
import { importsQuery } from "@/components/customers/data/import-queries";
import { fieldsQuery } from "@/components/customers/data/queries";
import { ImportCustomers } from "@/components/customers/import/import-customers";
import { queryClient } from "@/components/query/query-client";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { listFields } from "@/lib/customers";
import { listImports } from "@/lib/imports";
import { readTenant } from "@/lib/tenants";

export const metadata: Metadata = { title: "Import customers" };

/** A list of customers from a file; imports that run are shown with how far they are. */
export default async function ImportPage() {
  const { ctx } = await requireViewerWho("customers.import");
  await positionOfPage();
  const queries = queryClient();
  const [{ country }, imports, fields] = await Promise.all([
    readTenant(ctx),
    listImports(ctx),
    listFields(ctx),
  ]);
  queries.setQueryData(importsQuery.queryKey, imports);
  queries.setQueryData(fieldsQuery.queryKey, fields);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <PageHead title="Import customers" back={{ href: "/customers", label: "All customers" }} />
      <PageBody>
        <ImportCustomers country={country} countries={countryChoices()} />
      </PageBody>
    </HydrationBoundary>
  );
}
