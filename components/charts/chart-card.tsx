"use client";
import { ChartColumn, Download, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { type ChartData, sumOf, valueWords } from "@/components/charts/chart-data";
import { ChartTable } from "@/components/charts/chart-table";
import { downloadCsv } from "@/components/charts/download-csv";
import { IconButton } from "@/components/ui/action/icon-button";

type ChartCardProps = {
  data: ChartData;
  /** The zone in which days and hours are meant; it stands in the file. */
  timezone: string;
  /** A figure that says it all, beside the title. */
  figure?: string;
  /** The chart names its series itself. */
  isSelfNamed?: boolean;
  children: ReactNode;
};

/** A chart with its numbers as a table and as a file. Series carry their name and sum in their colour: no legend. */
export function ChartCard({ data, timezone, figure, isSelfNamed, children }: ChartCardProps) {
  const id = useId();
  const [isTable, setTable] = useState(false);
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col rounded-float border border-line bg-panel">
      <header className="flex min-h-[52px] items-center gap-x-3 pt-2 pr-2 pl-4 md:pl-5">
        <h2 id={id} className="text-title">
          {data.title}
        </h2>
        {figure && <span className="tabular flex-1 truncate text-muted">{figure}</span>}
        <span className="ml-auto flex shrink-0">
          <IconButton
            size="sm"
            label={isTable ? `${data.title} as a chart` : `${data.title} as a table`}
            icon={isTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
            onClick={() => setTable(!isTable)}
          />
          <IconButton
            size="sm"
            label={`Download ${data.title.toLowerCase()} as CSV`}
            icon={<Download aria-hidden />}
            onClick={() => downloadCsv(data, timezone)}
          />
        </span>
      </header>
      {isTable ? (
        <ChartTable data={data} />
      ) : (
        <div className="flex flex-1 flex-col px-4 pb-4 md:px-5">
          {data.series.length > 1 && !isSelfNamed && <SeriesHeads data={data} />}
          {children}
        </div>
      )}
    </section>
  );
}

function SeriesHeads({ data }: { data: ChartData }) {
  return (
    <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-0.5 text-small">
      {data.series.map(({ key, word, colour }) => (
        <li key={key} className="inline-flex items-center gap-1.5">
          <span
            aria-hidden
            className="size-2.5 rounded-[3px]"
            style={{ background: `var(--color-${colour})` }}
          />
          <span className="text-muted">{word}</span>
          <span className="tabular font-semibold">{valueWords(sumOf(data, key), data.format)}</span>
        </li>
      ))}
    </ul>
  );
}
