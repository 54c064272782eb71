import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireSuperAdmin } from "@/app/viewer";
import { LimitsForm } from "@/components/platform/limits-form";
import { SuspensionSection } from "@/components/platform/suspension-section";
import { Tag } from "@/components/ui/display/tag";
import { PageHead } from "@/components/ui/page/page-head";
import { Section, SectionColumn } from "@/components/ui/page/section";
import { CapList } from "@/components/usage/cap-list";
import { KindTable, NumberTable } from "@/components/usage/usage-tables";
import { isId } from "@/lib/kernel/ids";
import { readBusiness } from "@/lib/platform";

export const metadata: Metadata = { title: "Business" };

type BusinessPageProps = { params: Promise<{ id: string }> };

/** One business: its limits, what it uses, whether it is open. No conversation of it is shown. */
export default async function BusinessPage({ params }: BusinessPageProps) {
  const { person } = await requireSuperAdmin();
  const { id } = await params;
  if (!isId(id)) notFound();
  const { tenant, owners, usage } = await readBusiness(person, id);
  return (
    <>
      <PageHead
        title={tenant.name}
        back={{ href: "/platform/tenants", label: "Back to businesses" }}
        aside={tenant.status === "suspended" ? <Tag tone="bad">Suspended</Tag> : undefined}
      />
      <SectionColumn>
        <Section title="About" description={`Made ${tenant.createdAt.toISOString().slice(0, 10)}`}>
          <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
            <Fact name="Address in webhooks" value={tenant.slug} />
            <Fact name="Place" value={`${tenant.country}, ${tenant.timezone}`} />
            <Fact
              name="Owners"
              value={owners.map(({ name, email }) => `${name} (${email})`).join(", ") || "nobody"}
            />
            <Fact name="Currency" value={tenant.currency} />
          </dl>
        </Section>
        <Section
          title="Limits"
          description="They hold at once, for what is on its way too. Money is in main units of whatever currency is spent."
        >
          <LimitsForm id={id} limits={tenant.settings.limits} />
        </Section>
        <Section title="Usage" description="This month, and how far today's limits are.">
          <CapList caps={usage.caps} isBare />
          <h3 className="mt-7 mb-3 font-semibold">By kind</h3>
          <KindTable sums={usage.month.sums} />
          <h3 className="mt-7 mb-3 font-semibold">By number</h3>
          <NumberTable numbers={usage.numbers} />
        </Section>
        <SuspensionSection id={id} name={tenant.name} suspension={tenant.settings.suspension} />
      </SectionColumn>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-meta text-muted">{name}</dt>
      <dd className="break-words">{value}</dd>
    </div>
  );
}
