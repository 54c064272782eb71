import { Skeleton } from "@/components/ui/display/skeleton";

/** A thread that is being loaded. */
export function ThreadSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-3 pb-2">
      <span className="sr-only">Loading messages…</span>
      <Skeleton className="h-14 w-3/5 rounded-float" />
      <Skeleton className="h-10 w-2/5 rounded-float" />
      <Skeleton className="ml-auto h-14 w-1/2 rounded-float" />
      <Skeleton className="h-10 w-1/2 rounded-float" />
      <Skeleton className="ml-auto h-10 w-2/5 rounded-float" />
    </div>
  );
}
