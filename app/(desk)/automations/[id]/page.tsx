import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { RuleBuilder } from "@/components/automations/builder/rule-builder";
import { listMembers } from "@/lib/members";
import { openAutomation } from "../open-automation";

export const metadata: Metadata = { title: "Rule" };

type RulePageProps = { params: Promise<{ id: string }> };

export default async function RulePage({ params }: RulePageProps) {
  const { ctx } = await requireViewerWho("automations.manage");
  const saved = await openAutomation(ctx, (await params).id);
  const members = (await listMembers(ctx)).filter(({ isDisabled }) => !isDisabled);
  return (
    <RuleBuilder
      key={`${saved.id}:${saved.version}`}
      saved={saved}
      begin={saved}
      members={members.map(({ id, name }) => ({ id, name }))}
    />
  );
}
