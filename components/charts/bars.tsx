"use client";
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { axisText, chartSentence, gridLine } from "@/components/charts/axis-look";
import { type ChartData, flatPoints, valueWords } from "@/components/charts/chart-data";
import { ChartTip } from "@/components/charts/chart-tip";

type BarsProps = { data: ChartData; isStacked?: boolean; height?: number };

const mostLabelled = 14;

/** Columns, one hue per series, on top of or beside each other; with few points each column carries its sum. */
export default function Bars({ data, isStacked = false, height = 208 }: BarsProps) {
  const { series, points } = data;
  const rows = flatPoints(data).map((row) => ({ ...row, sum: sumOfRow(row, data) }));
  const isLabelled = points.length <= mostLabelled && (isStacked || series.length === 1);
  return (
    <div role="img" aria-label={chartSentence(data)} style={{ height }}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 400, height }}>
        <BarChart
          data={rows}
          accessibilityLayer={false}
          margin={{ top: isLabelled ? 18 : 6, right: 0, bottom: 0, left: 0 }}
          barCategoryGap={points.length > 14 ? "22%" : "34%"}
          barGap={3}
        >
          <CartesianGrid vertical={false} stroke={gridLine} />
          <XAxis
            dataKey="x"
            tick={axisText}
            tickLine={false}
            axisLine={{ stroke: gridLine }}
            minTickGap={12}
          />
          <YAxis
            tick={axisText}
            tickLine={false}
            axisLine={false}
            allowDecimals={data.format !== undefined}
            tickFormatter={(value: number) => axisWords(value, data.format)}
            width={data.format ? 56 : 28}
            tickCount={4}
          />
          <Tooltip content={<ChartTip data={data} />} cursor={{ fill: "var(--color-selection)" }} />
          {series.map(({ key, colour }, index) => (
            <Bar
              key={key}
              dataKey={key}
              stackId={isStacked ? "all" : undefined}
              fill={`var(--color-${colour})`}
              radius={isStacked && index < series.length - 1 ? 0 : [3, 3, 0, 0]}
              maxBarSize={34}
              isAnimationActive={false}
            >
              {isLabelled && index === series.length - 1 && (
                <LabelList
                  dataKey="sum"
                  position="top"
                  offset={6}
                  fill="var(--color-muted)"
                  fontSize={12}
                  formatter={(sum: unknown) => (sum === 0 ? "" : axisWords(Number(sum), data.format))}
                />
              )}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function sumOfRow(row: Record<string, string | number | null>, { series }: ChartData): number {
  return series.reduce((sum, { key }) => sum + Number(row[key] ?? 0), 0);
}

function axisWords(value: number, format: ChartData["format"]): string {
  return value === 0 ? "0" : valueWords(value, format);
}
