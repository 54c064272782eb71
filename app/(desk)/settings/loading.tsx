import { Skeleton } from "@/components/ui/display/skeleton";
import { SectionColumn } from "@/components/ui/page/section";

export default function SettingsLoading() {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <div className="flex h-head items-center border-b border-line px-4 md:px-6">
        <Skeleton className="h-5 w-32" />
      </div>
      <SectionColumn>
        <Skeleton className="h-4 w-40" />
        <Skeleton className="mt-2 h-3.5 w-72 max-w-full" />
        <Skeleton className="mt-6 h-control w-full" />
        <Skeleton className="mt-4 h-control w-full" />
      </SectionColumn>
    </div>
  );
}
