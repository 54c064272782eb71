import { type ChartData, sumOf, valueWords } from "@/components/charts/chart-data";

export const axisText = { fill: "var(--color-muted)", fontSize: 12 };
export const gridLine = "var(--color-line)";

/** A chart in a sentence, for whoever does not see it; the table holds the rest. */
export function chartSentence(data: ChartData): string {
  const last = data.points.at(-1);
  const words = data.series.map(({ key, word }) =>
    data.format === "percent"
      ? `${word}, latest ${valueWords(last?.values[key] ?? null, data.format)}`
      : `${word} ${valueWords(sumOf(data, key), data.format)}`,
  );
  return `${data.title}: ${words.join(", ")}`;
}
