"use client";
import { useQuery } from "@tanstack/react-query";
import { dayWords } from "@/components/appointments/calendar-days";
import { type SlotView, slotsQuery } from "@/components/appointments/queries";
import { cx } from "@/components/ui/cx";
import { Skeleton } from "@/components/ui/display/skeleton";
import { clockWords } from "@/components/ui/display/time-words";
import { Input } from "@/components/ui/form/input";

type SlotPickerProps = {
  serviceId: string;
  staffId?: string | undefined;
  day: string;
  onDay: (day: string) => void;
  chosen: SlotView | undefined;
  onChoose: (slot: SlotView) => void;
  timezone: string;
  /** Asks as a stranger on the booking page of this business. */
  slug?: string;
};

/** A day and its free times; when several people are free at a time, the first of them. */
export function SlotPicker({
  serviceId,
  staffId,
  day,
  onDay,
  chosen,
  onChoose,
  timezone,
  slug,
}: SlotPickerProps) {
  const { data: slots, isPending } = useQuery(slotsQuery({ serviceId, staffId, day, days: 1 }, slug));
  const times = [
    ...new Map((slots ?? []).toReversed().map((slot) => [slot.startsAt, slot])).values(),
  ].toReversed();
  return (
    <fieldset>
      <legend className="mb-1.5 text-small font-medium">When</legend>
      <Input
        type="date"
        aria-label="Day"
        value={day}
        onChange={(event) => event.target.value && onDay(event.target.value)}
      />
      <div role="status" className="sr-only">
        {slots && `${times.length} free times on ${dayWords(day, "long")}`}
      </div>
      <div className="mt-3 grid grid-cols-4 gap-1.5 sm:grid-cols-6">
        {isPending &&
          Array.from({ length: 12 }, (_, index) => `line ${index}`).map((key) => (
            <Skeleton key={key} className="h-9" />
          ))}
        {times.map((slot) => (
          <button
            key={slot.startsAt}
            type="button"
            aria-pressed={chosen?.startsAt === slot.startsAt}
            onClick={() => onChoose(slot)}
            className={cx(
              "tabular h-9 rounded-control border text-small pointer-coarse:h-11",
              chosen?.startsAt === slot.startsAt
                ? "border-accent bg-accent text-on-accent"
                : "border-line-strong bg-panel hover:bg-hover",
            )}
          >
            {clockWords(new Date(slot.startsAt), timezone, timezone)}
          </button>
        ))}
      </div>
      {slots?.length === 0 && (
        <p className="mt-1 text-small text-muted">
          No free time on {dayWords(day, "long")}. Try another day.
        </p>
      )}
    </fieldset>
  );
}
