"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dayWords, zoneWords } from "@/components/dashboard/board-words";
import { CallsChart, ChartsSection } from "@/components/dashboard/charts-section";
import { type HistoryLength, historyQuery, todayQuery } from "@/components/dashboard/data/queries";
import { useLiveBoard } from "@/components/dashboard/data/use-live-board";
import { FirstDay } from "@/components/dashboard/first-day";
import { NeedsList } from "@/components/dashboard/needs-list";
import { TodayTiles } from "@/components/dashboard/today-tiles";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import { PageBody, PageHead } from "@/components/ui/page/page-head";

/** The first page of a business: today, what needs somebody, and the last days. */
export function Dashboard() {
  useLiveBoard();
  const [length, setLength] = useState<HistoryLength>(7);
  const { data: today } = useQuery(todayQuery);
  const { data: month } = useQuery(historyQuery(30));
  if (!today || !month) return null;
  const { calls, textsIn, textsOut } = month.totals;
  return (
    <>
      <PageHead
        title="Dashboard"
        aside={
          <span className="max-sm:hidden">
            {dayWords(today.day)} · {zoneWords(today.timezone)}
          </span>
        }
      />
      {calls + textsIn + textsOut === 0 ? (
        <FirstDay />
      ) : (
        <PageBody>
          <TodayTiles />
          <div className="mt-8 mb-3 flex items-center justify-between gap-3">
            <SegmentedControl
              label="How far back"
              options={[
                { value: "7", label: "7 days" },
                { value: "30", label: "30 days" },
              ]}
              value={length === 7 ? "7" : "30"}
              onValueChange={(value) => setLength(value === "7" ? 7 : 30)}
            />
            <p className="text-meta text-muted">Days and hours in {zoneWords(today.timezone)}</p>
          </div>
          <div className="grid gap-4 lg:grid-cols-3">
            <div className="grid lg:col-span-2">
              <CallsChart length={length} />
            </div>
            <div className="grid max-lg:order-first">
              <NeedsList />
            </div>
          </div>
          <div className="mt-4">
            <ChartsSection length={length} />
          </div>
        </PageBody>
      )}
    </>
  );
}
