import { type ChartData, sumOf } from "@/components/charts/chart-data";

/** How a whole divides: one row per series with its share and its count. */
export function Shares({ data }: { data: ChartData }) {
  const all = data.series.reduce((sum, { key }) => sum + sumOf(data, key), 0);
  return (
    <dl className="flex flex-1 flex-col justify-center gap-4 py-1">
      {data.series.map(({ key, word, colour }) => {
        const count = sumOf(data, key);
        const share = all === 0 ? 0 : count / all;
        return (
          <div key={key}>
            <dt className="flex items-baseline gap-2 text-small">
              <span className="flex-1">{word}</span>
              <span className="tabular font-semibold">{count}</span>
              <span className="tabular w-10 text-right text-muted">{Math.round(share * 100)} %</span>
            </dt>
            <dd aria-hidden className="mt-1.5 h-2 overflow-hidden rounded-full bg-selection">
              <span
                className="block h-full rounded-full"
                style={{ width: `${share * 100}%`, background: `var(--color-${colour})` }}
              />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
