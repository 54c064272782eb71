import { SkeletonRows } from "@/components/ui/display/skeleton";

/** The shape of the inbox while it is being read. */
export default function InboxLoading() {
  return (
    <div className="flex h-full">
      <div className="w-full border-r border-line bg-panel md:w-[300px] lg:w-list">
        <div className="h-[105px] border-b border-line" />
        <SkeletonRows count={9} />
      </div>
      <div className="flex-1 bg-bg max-md:hidden" />
    </div>
  );
}
