import { Progress } from "radix-ui";

type ProgressBarProps = {
  /** What is going on: "Importing customers". */
  label: string;
  value: number;
  max: number;
  /** Under the bar: "8 rows need a look". */
  detail?: string;
};

/** How far a long piece of work has come, with counts. */
export function ProgressBar({ label, value, max, detail }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <span className="font-medium">{label}</span>
        <span className="tabular text-small text-muted">
          {value.toLocaleString("en")} of {max.toLocaleString("en")}
        </span>
      </div>
      <Progress.Root
        aria-label={label}
        value={Math.min(value, max)}
        max={Math.max(1, max)}
        className="h-1.5 overflow-hidden rounded-full bg-selection"
      >
        <Progress.Indicator
          className="h-full origin-left rounded-full bg-accent transition-transform duration-300"
          style={{ transform: `scaleX(${share})` }}
        />
      </Progress.Root>
      {detail && <p className="mt-1.5 text-small text-muted">{detail}</p>}
    </div>
  );
}
