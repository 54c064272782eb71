"use client";
import {
  CartesianGrid,
  Line as Curve,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { axisText, chartSentence, gridLine } from "@/components/charts/axis-look";
import { type ChartData, flatPoints, valueWords } from "@/components/charts/chart-data";
import { ChartTip } from "@/components/charts/chart-tip";

type LineProps = { data: ChartData; height?: number };

/** Shares over time, from 0 to 100 %; a day without anything to share is a gap. */
export default function Line({ data, height = 208 }: LineProps) {
  const rows = flatPoints(data);
  return (
    <div role="img" aria-label={chartSentence(data)} style={{ height }}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 400, height }}>
        <LineChart data={rows} accessibilityLayer={false} margin={{ top: 12, right: 12, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke={gridLine} />
          <XAxis
            dataKey="x"
            tick={axisText}
            tickLine={false}
            axisLine={{ stroke: gridLine }}
            minTickGap={12}
            padding={{ left: 12, right: 12 }}
          />
          <YAxis
            tick={axisText}
            tickLine={false}
            axisLine={false}
            width={40}
            domain={[0, 1]}
            ticks={[0, 0.5, 1]}
            tickFormatter={(value: number) => valueWords(value, "percent")}
          />
          <Tooltip content={<ChartTip data={data} />} cursor={{ stroke: gridLine }} />
          {data.series.map(({ key, colour }) => (
            <Curve
              key={key}
              dataKey={key}
              type="monotone"
              stroke={`var(--color-${colour})`}
              strokeWidth={2}
              dot={{ r: rows.length > 14 ? 2 : 3, fill: `var(--color-${colour})`, strokeWidth: 0 }}
              activeDot={{ r: 4 }}
              connectNulls
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
