import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { DoctorView } from "@/components/doctor/doctor-view";
import { PageHead } from "@/components/ui/page/page-head";
import { SectionColumn } from "@/components/ui/page/section";
import { examine } from "@/lib/doctor";

export const metadata: Metadata = { title: "Connection doctor" };

export default async function DoctorPage() {
  const { ctx } = await requireViewerWho("numbers.manage");
  const report = await examine(ctx);
  return (
    <>
      <PageHead title="Connection doctor" />
      <SectionColumn>
        <DoctorView report={report} />
      </SectionColumn>
    </>
  );
}
