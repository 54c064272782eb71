import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { PageHead } from "@/components/ui/page/page-head";
import { Section, SectionColumn } from "@/components/ui/page/section";
import { readTenant } from "@/lib/tenants";
import { QuietHoursForm } from "./quiet-hours-form";

export const metadata: Metadata = { title: "Sending" };

export default async function SendingPage() {
  const { ctx } = await requireViewerWho("settings.manage");
  const { settings } = await readTenant(ctx);
  return (
    <>
      <PageHead title="Sending" />
      <SectionColumn>
        <Section
          title="Quiet hours"
          description="Nobody likes a text at midnight. Times are those where the person lives, by their number or what you know of them."
          anchor="quiet-hours"
        >
          <QuietHoursForm quietHours={settings.quietHours} />
        </Section>
      </SectionColumn>
    </>
  );
}
