import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { NumberShop } from "@/components/numbers/number-shop";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { allCarriers, isCarrierName } from "@/lib/carriers";
import { listConnections } from "@/lib/connections";

export const metadata: Metadata = { title: "Get a number" };

type Query = { carrier?: string; connection?: string };

export default async function BuyNumberPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { ctx, tenant } = await requireViewerWho("numbers.manage");
  const { carrier, connection } = await searchParams;
  const accounts = (await listConnections(ctx)).map(({ id, carrier: name, label }) => ({
    id,
    carrier: name,
    label,
  }));
  const missing = allCarriers()
    .filter(({ description }) => !accounts.some((one) => one.carrier === description.name && one.id === null))
    .map(({ description: { name, label } }) => ({
      id: null,
      carrier: name,
      label: `${label} (demo numbers)`,
    }));
  const all = [
    ...accounts,
    ...missing.filter(({ carrier: name }) => !accounts.some((one) => one.carrier === name)),
  ];
  const start =
    all.find((one) => connection && one.id === connection) ??
    all.find(
      (one) => one.carrier === (carrier && isCarrierName(carrier) ? carrier : preferred(tenant.country)),
    ) ??
    all[0];
  return (
    <>
      <PageHead title="Get a number" back={{ href: "/settings/numbers", label: "Numbers" }} />
      <PageBody>
        <NumberShop
          accounts={all}
          start={start ?? null}
          country={tenant.country}
          countries={Object.fromEntries(
            allCarriers().map(({ description }) => [description.name, description.numberCountries]),
          )}
        />
      </PageBody>
    </>
  );
}

/** The carrier that sells numbers in the business's own country and nowhere else, if there is one. */
function preferred(country: string): string | undefined {
  return allCarriers().find(({ description }) => description.numberCountries.includes(country))?.description
    .name;
}
