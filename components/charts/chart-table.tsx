import { type ChartData, valueWords } from "@/components/charts/chart-data";

/** The numbers behind a chart. */
export function ChartTable({ data: { title, axis, series, points, format } }: { data: ChartData }) {
  return (
    <section
      aria-label={`${title}, table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="scroll-quiet max-h-[268px] overflow-y-auto px-4 pb-3 focus-visible:-outline-offset-2 md:px-5"
    >
      <table className="w-full text-left text-small">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-panel text-meta text-muted">
          <tr>
            <th scope="col" className="h-8 border-b border-line font-medium">
              {axis}
            </th>
            {series.map(({ key, word }) => (
              <th key={key} scope="col" className="h-8 border-b border-line pl-3 text-right font-medium">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular">
          {points.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row" className="h-8 border-b border-line font-normal whitespace-nowrap">
                {label}
              </th>
              {series.map(({ key }) => (
                <td key={key} className="h-8 border-b border-line pl-3 text-right">
                  {valueWords(values[key] ?? null, format)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
