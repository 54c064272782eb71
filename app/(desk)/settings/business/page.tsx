import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { countryChoices, languageChoices, timeZoneChoices } from "@/components/account/countries";
import { PageHead } from "@/components/ui/page/page-head";
import { Section, SectionColumn } from "@/components/ui/page/section";
import { mayDo } from "@/lib/auth";
import { readTenant } from "@/lib/tenants";
import { BusinessForm } from "./business-form";
import { RemoveBusiness } from "./remove-business";

export const metadata: Metadata = { title: "General" };

export default async function BusinessPage() {
  const { ctx } = await requireViewerWho("settings.manage");
  const tenant = await readTenant(ctx);
  return (
    <>
      <PageHead title="General" />
      <SectionColumn>
        <Section title="Your business" description="How your customers and your people know it.">
          <BusinessForm
            slug={tenant.slug}
            business={{ ...tenant, languages: tenant.settings.languages }}
            countries={countryChoices()}
            timeZones={timeZoneChoices(ctx.clock.now())}
            languages={languageChoices()}
          />
        </Section>
        {mayDo(ctx.actor, "tenant.remove") && <RemoveBusiness name={tenant.name} />}
      </SectionColumn>
    </>
  );
}
