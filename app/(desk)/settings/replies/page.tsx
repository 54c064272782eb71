import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { PageHead } from "@/components/ui/page/page-head";
import { Section, SectionColumn } from "@/components/ui/page/section";
import { listReplies } from "@/lib/inbox";
import { AddReply } from "./add-reply";
import { RepliesTable } from "./replies-table";

export const metadata: Metadata = { title: "Saved replies" };

export default async function RepliesPage() {
  const { ctx } = await requireViewerWho("conversations.manage");
  const replies = await listReplies(ctx);
  return (
    <>
      <PageHead title="Saved replies" actions={<AddReply />} />
      <SectionColumn>
        <Section
          title="What you write again and again"
          description="In an empty message type / and a word of its name. Names and numbers are filled in for each customer."
        >
          <RepliesTable replies={replies} />
        </Section>
      </SectionColumn>
    </>
  );
}
