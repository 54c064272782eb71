import type { Metadata } from "next";
import { requireSuperAdmin } from "@/app/viewer";
import { PriceTable } from "@/components/platform/price-table";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { allCarriers } from "@/lib/carriers";
import { listPrices } from "@/lib/platform";

export const metadata: Metadata = { title: "Prices" };

/** What things cost at each carrier. */
export default async function PricesPage() {
  const { person } = await requireSuperAdmin();
  const prices = await listPrices(person);
  const carriers = allCarriers().map(({ description: { name, label } }) => ({ value: name, label }));
  return (
    <>
      <PageHead title="Prices" aside={<span className="tabular">{prices.length}</span>} />
      <PageBody>
        <PriceTable prices={prices} carriers={carriers} />
      </PageBody>
    </>
  );
}
