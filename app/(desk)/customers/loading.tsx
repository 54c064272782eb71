import { SkeletonRows } from "@/components/ui/display/skeleton";
import { PageBody, PageHead } from "@/components/ui/page/page-head";

/** The shape of the list while it is being read. */
export default function CustomersLoading() {
  return (
    <>
      <PageHead title="Customers" />
      <PageBody>
        <SkeletonRows count={9} />
      </PageBody>
    </>
  );
}
