import { Download } from "lucide-react";
import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { AuditFilterForm } from "@/components/audit/audit-filter-form";
import { TrailTable } from "@/components/audit/trail-table";
import { ButtonLink } from "@/components/ui/action/button-link";
import { PageHead } from "@/components/ui/page/page-head";
import { listAudit } from "@/lib/audit";
import { AuditFilter } from "@/lib/audit/schema";

export const metadata: Metadata = { title: "Audit trail" };

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Who changed what in this business, and when. */
export default async function AuditPage({ searchParams }: AuditPageProps) {
  const { ctx } = await requireViewerWho("audit.read");
  const given = Object.entries(await searchParams).filter(([, value]) => value !== "");
  const filter = AuditFilter.catch({ search: "" }).parse(Object.fromEntries(given));
  const { data, olderThan } = await listAudit(ctx, filter);
  const { search, from, to } = filter;
  const asked = { search, ...(from ? { from } : {}), ...(to ? { to } : {}) };
  return (
    <>
      <PageHead
        title="Audit trail"
        actions={
          <ButtonLink
            href={`/api/v1/audit/export?${new URLSearchParams(asked)}`}
            icon={<Download aria-hidden />}
            prefetch={false}
            download
          >
            Export CSV
          </ButtonLink>
        }
      />
      <div className="mx-auto w-full max-w-[920px] px-4 py-6 md:px-6 md:py-8">
        <p className="mb-4 max-w-[58ch] text-muted">
          Who changed what, and when. Each entry is chained to the one before, so none can be changed or left
          out unseen.
        </p>
        <AuditFilterForm search={search} from={from} to={to} />
        <TrailTable entries={data.map(({ seq, ...entry }) => ({ id: seq, ...entry }))} />
        {olderThan && (
          <div className="mt-4">
            <ButtonLink href={`/settings/audit?${new URLSearchParams({ ...asked, before: olderThan })}`}>
              Older entries
            </ButtonLink>
          </div>
        )}
      </div>
    </>
  );
}
