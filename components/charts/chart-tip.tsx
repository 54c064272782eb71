import { type ChartData, valueWords } from "@/components/charts/chart-data";

type ChartTipProps = {
  data: ChartData;
  /** Given by the chart library. */
  active?: boolean;
  label?: string | number;
};

/** The numbers of the point under the mouse. */
export function ChartTip({ data, active, label }: ChartTipProps) {
  const point = active ? data.points.find(({ x }) => x === label) : undefined;
  if (!point) return null;
  return (
    <div className="rounded-card border border-line bg-raised px-3 py-2 text-small shadow-float">
      <p className="mb-1 font-semibold">{point.label}</p>
      <ul className="space-y-0.5">
        {data.series.map(({ key, word, colour }) => (
          <li key={key} className="flex items-center gap-2">
            <span
              aria-hidden
              className="size-2.5 rounded-[3px]"
              style={{ background: `var(--color-${colour})` }}
            />
            <span className="flex-1 text-muted">{word}</span>
            <span className="tabular pl-3 font-semibold">
              {valueWords(point.values[key] ?? null, data.format)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
