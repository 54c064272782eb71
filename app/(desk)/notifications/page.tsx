import type { Metadata } from "next";
import { requireViewer } from "@/app/viewer";
import { NotificationPage } from "@/components/notifications/notification-page";
import { PageHead } from "@/components/ui/page/page-head";
import { SectionColumn } from "@/components/ui/page/section";
import { readBoard } from "@/lib/notifications";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const { ctx } = await requireViewer();
  return (
    <>
      <PageHead title="Notifications" />
      <SectionColumn>
        <NotificationPage start={await readBoard(ctx)} />
      </SectionColumn>
    </>
  );
}
