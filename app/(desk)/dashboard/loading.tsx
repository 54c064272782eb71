import { Skeleton } from "@/components/ui/display/skeleton";
import { PageBody, PageHead } from "@/components/ui/page/page-head";

/** The shape of the dashboard while it is being counted. */
export default function DashboardLoading() {
  return (
    <>
      <PageHead title="Dashboard" />
      <PageBody>
        <div role="status" className="space-y-4">
          <span className="sr-only">Loading…</span>
          <Skeleton className="h-[118px] w-full rounded-float" />
          <Skeleton className="h-[340px] w-full rounded-float" />
        </div>
      </PageBody>
    </>
  );
}
