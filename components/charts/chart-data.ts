/** One hue of the tokens per series. */
export type ChartColour = "call" | "voicemail" | "bad" | "sms" | "accent" | "good" | "wave";

export type ChartSeries = { key: string; word: string; colour: ChartColour };

/** One place on the horizontal axis; `label` is its long name. A value that is not known is null. */
export type ChartPoint = { x: string; label: string; values: Record<string, number | null> };

/** A share of one, or a sum in a currency's main unit. */
export type ValueFormat = "percent" | `money ${string}`;

/** A chart with everything that its table and its file need. */
export type ChartData = {
  title: string;
  /** What the points are: "Day", "Hour". */
  axis: string;
  series: ChartSeries[];
  points: ChartPoint[];
  /** How a value is written; the number itself unless told. */
  format?: ValueFormat;
};

/** A value for people. */
export function valueWords(value: number | null, format?: ValueFormat): string {
  if (value === null) return "–";
  if (format === "percent") return `${Math.round(value * 100)} %`;
  return format ? moneyWords(value, format.slice("money ".length)) : String(value);
}

/** All values of a series together; a percentage has no sum. */
export function sumOf({ points }: ChartData, key: string): number {
  return points.reduce((sum, { values }) => sum + (values[key] ?? 0), 0);
}

/** Points as flat rows, as the chart library wants them. */
export function flatPoints({ points }: ChartData): Record<string, string | number | null>[] {
  return points.map(({ x, label, values }) => ({ x, label, ...values }));
}

function moneyWords(value: number, currency: string): string {
  return new Intl.NumberFormat("en-US", { style: "currency", currency }).format(value);
}
