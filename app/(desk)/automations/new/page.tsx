import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { emptyRule } from "@/components/automations/builder/defaults";
import { RuleBuilder } from "@/components/automations/builder/rule-builder";
import { presets } from "@/lib/automations/rules";
import { listMembers } from "@/lib/members";

export const metadata: Metadata = { title: "New rule" };

type NewRulePageProps = { searchParams: Promise<{ preset?: string | string[] }> };

export default async function NewRulePage({ searchParams }: NewRulePageProps) {
  const { ctx } = await requireViewerWho("automations.manage");
  const { preset } = await searchParams;
  const chosen = presets.find(({ key }) => key === preset);
  const members = (await listMembers(ctx)).filter(({ isDisabled }) => !isDisabled);
  const begin = chosen
    ? { name: chosen.name, rule: chosen.rule, preset: chosen.key }
    : { name: "", rule: emptyRule, preset: null };
  return <RuleBuilder begin={begin} members={members.map(({ id, name }) => ({ id, name }))} />;
}
