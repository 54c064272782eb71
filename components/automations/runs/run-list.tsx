import { Check, CircleAlert, Clock, Minus, X } from "lucide-react";
import Link from "next/link";
import { RelativeTime } from "@/components/ui/display/relative-time";
import type { RunView } from "@/lib/automations/schema";
import { RunBadge } from "./run-badge";

/** A rule's log: each event, the conditions as they were found, each step and how it went. */
export function RunList({ runs }: { runs: RunView[] }) {
  return (
    <ul className="divide-y divide-line">
      {runs.map((run) => (
        <li key={run.id} className="px-4 py-4 md:px-5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <RunBadge status={run.status} />
            <span className="min-w-0 truncate font-medium">
              <RunSubject run={run} />
            </span>
            <span className="ml-auto text-small text-muted">
              <RelativeTime at={run.startedAt} form="long" />
            </span>
          </div>
          {run.reason && <p className="mt-1.5 max-w-[80ch]">{run.reason}</p>}
          {run.wakeAt && (
            <p className="mt-1 text-small text-muted">
              Goes on <RelativeTime at={run.wakeAt} form="long" />
            </p>
          )}
          <Lines run={run} />
        </li>
      ))}
    </ul>
  );
}

function RunSubject({ run: { customer, conversationId } }: { run: RunView }) {
  if (!customer) return "Somebody unknown";
  const href = conversationId ? `/inbox/${conversationId}` : `/customers/${customer.id}`;
  return (
    <Link href={href} className="rounded-control hover:underline">
      {customer.name}
    </Link>
  );
}

function Lines({ run: { checks, steps } }: { run: RunView }) {
  if (checks.length + steps.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-col gap-1 text-small text-muted">
      {checks.map(({ holds, sentence }) => (
        <li key={sentence} className="flex items-start gap-2">
          <Mark outcome={holds ? "holds" : "not"} />
          {sentence}
        </li>
      ))}
      {steps.map(({ position, outcome, sentence }) => (
        <li key={position} className="flex items-start gap-2">
          <Mark outcome={outcome} />
          {sentence}
        </li>
      ))}
    </ul>
  );
}

const marks: Record<string, { icon: typeof Check; word: string; ink: string }> = {
  holds: { icon: Check, word: "Holds:", ink: "text-muted" },
  not: { icon: X, word: "Does not hold:", ink: "text-muted" },
  done: { icon: Check, word: "Done:", ink: "text-good" },
  skipped: { icon: Minus, word: "Skipped:", ink: "text-muted" },
  refused: { icon: CircleAlert, word: "Refused:", ink: "text-bad" },
  failed: { icon: CircleAlert, word: "Failed:", ink: "text-bad" },
  waiting: { icon: Clock, word: "Waiting:", ink: "text-muted" },
};

function Mark({ outcome }: { outcome: string }) {
  const mark = marks[outcome];
  if (!mark) return null;
  const Icon = mark.icon;
  return (
    <>
      <Icon className={`mt-0.5 size-4 shrink-0 ${mark.ink}`} aria-hidden />
      <span className="sr-only">{mark.word}</span>
    </>
  );
}
