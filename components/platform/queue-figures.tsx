import { Clock, Cog, ListTodo, TriangleAlert } from "lucide-react";
import { UsageFigure } from "@/components/usage/usage-figure";
import type { HealthView } from "@/lib/platform";

/** The queue at a glance: how much waits, how long, what was given up, and who works. */
export function QueueFigures({ queue, now }: { queue: HealthView["queue"]; now: Date }) {
  const { waiting, running, oldest, failed, workers, kinds } = queue;
  return (
    <>
      <section
        aria-label="Queue"
        className="grid grid-cols-2 gap-px overflow-hidden rounded-float border border-line bg-line lg:grid-cols-4"
      >
        <UsageFigure
          label="Waiting jobs"
          icon={<ListTodo className="text-accent" aria-hidden />}
          value={waiting.toLocaleString("en")}
          beside={`${running} running`}
        />
        <UsageFigure
          label="Oldest waits"
          icon={<Clock className="text-accent" aria-hidden />}
          value={oldest ? waitWords(now.getTime() - oldest.getTime()) : "–"}
          beside={oldest ? "since it could have begun" : "nothing waits"}
        />
        <UsageFigure
          label="Failed jobs"
          icon={<TriangleAlert className={failed > 0 ? "text-bad" : "text-muted"} aria-hidden />}
          value={failed.toLocaleString("en")}
          beside={failed > 0 ? "out of attempts" : "none is given up"}
        />
        <UsageFigure
          label="Workers"
          icon={<Cog className={workers > 0 ? "text-good" : "text-bad"} aria-hidden />}
          value={String(workers)}
          beside={workers > 0 ? "alive in the last minute" : "none is alive: start one"}
        />
      </section>
      {kinds.length > 0 && (
        <p className="mt-3 text-meta text-muted">
          {kinds.map((one) => `${one.kind}: ${one.waiting} waiting, ${one.failed} failed`).join(" · ")}
        </p>
      )}
    </>
  );
}

function waitWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
