"use client";
import { useQuery } from "@tanstack/react-query";
import { ChartCard } from "@/components/charts/chart-card";
import { Bars, Line } from "@/components/charts/lazy-charts";
import { Shares } from "@/components/charts/shares";
import { boardCharts } from "@/components/dashboard/board-charts";
import { counted, percentWords } from "@/components/dashboard/board-words";
import { type HistoryLength, historyQuery } from "@/components/dashboard/data/queries";
import { answerRate } from "@/lib/dashboard/rules";

type ChartsSectionProps = { length: HistoryLength };

/** The chart that stands beside what needs somebody. */
export function CallsChart({ length }: ChartsSectionProps) {
  const { data: history } = useQuery(historyQuery(length));
  if (!history) return null;
  const { calls } = boardCharts(history);
  return (
    <ChartCard data={calls} timezone={history.timezone}>
      <Bars data={calls} isStacked height={272} />
    </ChartCard>
  );
}

/** The other charts of the last days. */
export function ChartsSection({ length }: ChartsSectionProps) {
  const { data: history } = useQuery(historyQuery(length));
  if (!history) return null;
  const { timezone, totals } = history;
  const charts = boardCharts(history);
  const texts = totals.textsIn + totals.textsOut;
  return (
    <div className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
      <div className="grid lg:col-span-2">
        <ChartCard data={charts.hours} timezone={timezone}>
          <Bars data={charts.hours} isStacked />
        </ChartCard>
      </div>
      <div className="grid">
        <ChartCard data={charts.moods} timezone={timezone} isSelfNamed>
          <Shares data={charts.moods} />
        </ChartCard>
      </div>
      <div className="grid">
        <ChartCard data={charts.rate} timezone={timezone} figure={percentWords(answerRate(totals))}>
          <Line data={charts.rate} />
        </ChartCard>
      </div>
      <div className="grid">
        <ChartCard data={charts.texts} timezone={timezone} figure={String(texts)}>
          <Bars data={charts.texts} />
        </ChartCard>
      </div>
      <div className="grid">
        <ChartCard data={charts.booked} timezone={timezone} figure={counted(totals.booked, "appointment")}>
          <Bars data={charts.booked} />
        </ChartCard>
      </div>
    </div>
  );
}
