import type { Metadata } from "next";
import { requireSuperAdmin } from "@/app/viewer";
import { countryChoices, timeZoneChoices } from "@/components/account/countries";
import { BusinessTable } from "@/components/platform/business-table";
import { CreateBusinessButton } from "@/components/platform/create-business-button";
import { SearchForm } from "@/components/platform/search-form";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { TabLinks } from "@/components/ui/page/tab-links";
import { listBusinesses } from "@/lib/platform";
import { BusinessFilter } from "@/lib/platform/schema";

export const metadata: Metadata = { title: "Businesses" };

const statusWords = { all: "All", active: "Active", suspended: "Suspended" };

type TenantsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Every business of this installation. */
export default async function TenantsPage({ searchParams }: TenantsPageProps) {
  const { person } = await requireSuperAdmin();
  const filter = BusinessFilter.catch({ search: "", status: "all" }).parse(await searchParams);
  const { data, total } = await listBusinesses(person, filter);
  const address = (status: string) =>
    `/platform/tenants?${new URLSearchParams({ status, ...(filter.search ? { search: filter.search } : {}) })}`;
  return (
    <>
      <PageHead
        title="Businesses"
        aside={<span className="tabular">{total}</span>}
        actions={
          <CreateBusinessButton
            countries={countryChoices()}
            timeZones={timeZoneChoices(person.clock.now())}
          />
        }
      />
      <PageBody>
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <TabLinks
            label="Which businesses"
            links={(["all", "active", "suspended"] as const).map((status) => ({
              href: address(status),
              label: statusWords[status],
              isCurrent: status === filter.status,
            }))}
          />
          <SearchForm
            label="Find a business"
            placeholder="Name or e-mail"
            value={filter.search}
            keep={{ status: filter.status }}
          />
        </div>
        <BusinessTable businesses={data} />
        {total > data.length && (
          <p className="mt-3 text-meta text-muted">
            The first {data.length} of {total}. Type a part of the name to find the others.
          </p>
        )}
      </PageBody>
    </>
  );
}
