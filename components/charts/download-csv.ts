import type { ChartData } from "@/components/charts/chart-data";
import { csvOf } from "@/lib/kernel/csv";

/** Saves the numbers behind a chart as a file; the zone of its days stands in the head. */
export function downloadCsv({ title, axis, series, points }: ChartData, timezone: string): void {
  const text = csvOf(
    [`${axis} (${timezone})`, ...series.map(({ word }) => word)],
    points.map(({ label, values }) => [label, ...series.map(({ key }) => values[key] ?? null)]),
  );
  const link = document.createElement("a");
  // Excel takes a file for UTF-8 only with this mark.
  link.href = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" }));
  link.download = `${title.toLowerCase().replaceAll(" ", "-")}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
