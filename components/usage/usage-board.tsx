"use client";
import { useQuery } from "@tanstack/react-query";
import { Coins, Download, MessageSquare, Phone, Wallet } from "lucide-react";
import { useState } from "react";
import { ChartCard } from "@/components/charts/chart-card";
import { Bars } from "@/components/charts/lazy-charts";
import { zoneWords } from "@/components/dashboard/board-words";
import { ButtonLink } from "@/components/ui/action/button-link";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import { EmptyState } from "@/components/ui/page/empty-state";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { CapList } from "@/components/usage/cap-list";
import { UsageFigure } from "@/components/usage/usage-figure";
import { type UsageLength, usageLengths, usageQuery } from "@/components/usage/usage-query";
import { KindTable, NumberTable } from "@/components/usage/usage-tables";
import { costChart, costWords, currenciesOf } from "@/components/usage/usage-words";
import type { UsageSum, UsageView } from "@/lib/usage/schema";

/** What the business used and what it cost: today, this month, day by day, and how far the day's limits are. */
export function UsageBoard() {
  const [length, setLength] = useState<UsageLength>(30);
  const { data: usage } = useQuery(usageQuery(length));
  if (!usage) return null;
  return (
    <>
      <PageHead
        title="Usage"
        back={{ href: "/settings", label: "Back to settings" }}
        actions={
          <ButtonLink
            href={`/api/v1/usage/export?days=${length}`}
            icon={<Download aria-hidden />}
            prefetch={false}
            download
          >
            Export CSV
          </ButtonLink>
        }
      />
      <PageBody>
        <Figures usage={usage} />
        <CapList caps={usage.caps} />
        <div className="mt-8 mb-3 flex flex-wrap items-center justify-between gap-3">
          <SegmentedControl
            label="How far back"
            options={usageLengths.map((days) => ({ value: String(days), label: `${days} days` }))}
            value={String(length)}
            onValueChange={(value) => setLength(usageLengths.find((days) => String(days) === value) ?? 30)}
          />
          <p className="text-meta text-muted">Days in {zoneWords(usage.timezone)}</p>
        </div>
        <Charts usage={usage} />
        <h2 className="mt-8 mb-3 text-title">This month by kind</h2>
        <KindTable sums={usage.month.sums} />
        <h2 className="mt-8 mb-3 text-title">This month by number</h2>
        <NumberTable numbers={usage.numbers} />
      </PageBody>
    </>
  );
}

function Figures({ usage: { today, month } }: { usage: UsageView }) {
  const texts = month.sums.filter(({ kind }) => kind === "sms" || kind === "whatsapp");
  const calls = month.sums.filter(({ kind }) => kind === "call_minute");
  const open = month.sums.filter(({ reservedMicros }) => reservedMicros > 0);
  return (
    <section
      aria-label="At a glance"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-float border border-line bg-line lg:grid-cols-4"
    >
      <UsageFigure
        label="Today"
        icon={<Coins className="text-good" aria-hidden />}
        value={costWords(today.sums)}
        beside={`${costWords(today.sums.filter(({ direction }) => direction === "outbound"))} of it going out`}
      />
      <UsageFigure
        label="This month"
        icon={<Wallet className="text-good" aria-hidden />}
        value={costWords(month.sums)}
        beside={open.length > 0 ? `${costWords(open.map(reserved))} of it reserved` : "all of it settled"}
      />
      <UsageFigure
        label="Messages"
        icon={<MessageSquare className="text-sms" aria-hidden />}
        value={unitsOf(texts)}
        beside={`${costWords(texts)} this month`}
      />
      <UsageFigure
        label="Call minutes"
        icon={<Phone className="text-call" aria-hidden />}
        value={unitsOf(calls)}
        beside={`${costWords(calls)} this month`}
      />
    </section>
  );
}

function Charts({ usage }: { usage: UsageView }) {
  const currencies = currenciesOf(usage);
  if (currencies.length === 0)
    return (
      <EmptyState icon={<Coins />} title="Nothing used yet">
        The first text, call or number shows up here with its price.
      </EmptyState>
    );
  return (
    <div className="grid gap-4">
      {currencies.map((currency) => {
        const chart = costChart(usage, currency);
        return (
          <ChartCard key={currency} data={chart} timezone={usage.timezone}>
            <Bars data={chart} isStacked height={256} />
          </ChartCard>
        );
      })}
    </div>
  );
}

function reserved(sum: UsageSum): UsageSum {
  return { ...sum, micros: sum.reservedMicros };
}

function unitsOf(sums: readonly UsageSum[]): string {
  return sums.reduce((all, { units }) => all + units, 0).toLocaleString("en");
}
