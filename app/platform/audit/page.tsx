import { Download } from "lucide-react";
import type { Metadata } from "next";
import { requireSuperAdmin } from "@/app/viewer";
import { TrailTable } from "@/components/audit/trail-table";
import { SearchForm } from "@/components/platform/search-form";
import { ButtonLink } from "@/components/ui/action/button-link";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { listTrail } from "@/lib/platform";
import { TrailFilter } from "@/lib/platform/schema";

export const metadata: Metadata = { title: "Audit trail" };

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What happened on the whole installation. */
export default async function AuditPage({ searchParams }: AuditPageProps) {
  const { person } = await requireSuperAdmin();
  const filter = TrailFilter.catch({ search: "" }).parse(await searchParams);
  const { data, olderThan } = await listTrail(person, filter);
  const { search } = filter;
  return (
    <>
      <PageHead
        title="Audit trail"
        actions={
          <ButtonLink
            href={`/api/v1/platform/audit/export?${new URLSearchParams({ search })}`}
            icon={<Download aria-hidden />}
            prefetch={false}
            download
          >
            Export CSV
          </ButtonLink>
        }
      />
      <PageBody>
        <div className="mb-4">
          <SearchForm label="Find in the trail" placeholder="What, who or which business" value={search} />
        </div>
        <TrailTable entries={data} hasTenants />
        {olderThan && (
          <div className="mt-4">
            <ButtonLink href={`/platform/audit?${new URLSearchParams({ search, before: olderThan })}`}>
              Older entries
            </ButtonLink>
          </div>
        )}
      </PageBody>
    </>
  );
}
