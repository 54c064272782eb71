"use client";
import { Settings2, UserPlus } from "lucide-react";
import { useId } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import type { QueueFigures } from "@/lib/queues/schema";
import { CallerRow } from "./caller-row";
import { clockWords, strategyWords } from "./queue-words";
import { SeatList } from "./seat-list";

type QueueCardProps = { queue: QueueFigures; mayManage: boolean };

/** One queue as it is now: who waits on the left, who could take them on the right. */
export function QueueCard({ queue, mayManage }: QueueCardProps) {
  const heading = useId();
  const { save, isSaving } = useSave();
  const { waiting, seats, today } = queue;
  const next = waiting.find(({ ringing }) => ringing.length === 0);
  const takeNext = () => void save(() => callApi("POST", `/api/v1/queues/${queue.id}/next`));
  return (
    <section aria-labelledby={heading} className="rounded-card border border-line bg-panel">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3">
        <span className="min-w-0 flex-1">
          <h2 id={heading} className="truncate text-title">
            {queue.name}
          </h2>
          <p className="text-meta text-muted">
            {strategyWords[queue.strategy]} · today {today.taken} taken, {today.lost} lost
            {today.medianWaitSeconds !== null &&
              `, usually ${clockWords(Math.round(today.medianWaitSeconds))} of waiting`}
          </p>
        </span>
        {mayManage && (
          <ButtonLink href={`/queues/${queue.id}`} variant="ghost" size="sm" icon={<Settings2 aria-hidden />}>
            Settings<span className="sr-only"> of {queue.name}</span>
          </ButtonLink>
        )}
        {next && (
          <Button variant="primary" size="sm" isLoading={isSaving} onClick={takeNext}>
            Take the next
          </Button>
        )}
      </header>
      <div className="grid lg:grid-cols-[1fr_320px]">
        {waiting.length === 0 ? (
          <p className="px-4 py-8 text-center text-muted">Nobody is waiting.</p>
        ) : (
          <ol aria-label={`Waiting in ${queue.name}`} className="divide-y divide-line">
            {waiting.map((caller) => (
              <CallerRow key={caller.id} caller={caller} mayMove={mayManage} />
            ))}
          </ol>
        )}
        <div className="border-line max-lg:border-t lg:border-l">
          {seats.length === 0 ? (
            <p className="flex items-center gap-2 px-4 py-8 text-muted">
              <UserPlus className="size-4 shrink-0" aria-hidden />
              Nobody takes these calls yet. Choose people in the settings.
            </p>
          ) : (
            <SeatList seats={seats} label={`People of ${queue.name}`} />
          )}
        </div>
      </div>
    </section>
  );
}
