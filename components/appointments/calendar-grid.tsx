"use client";
import { dayWords } from "@/components/appointments/calendar-days";
import { layDay } from "@/components/appointments/lay-day";
import { cx } from "@/components/ui/cx";
import { clockWords } from "@/components/ui/display/time-words";
import type { AppointmentView } from "@/lib/appointments/schema";
import { localDay, minuteOfDay } from "@/lib/kernel/time";

type CalendarGridProps = {
  days: string[];
  today: string;
  timezone: string;
  appointments: AppointmentView[];
  onOpen: (appointment: AppointmentView) => void;
};

const hourHeight = 56;

/** Days beside each other on one scale of hours; on a phone a list under each other. Every appointment is a button. */
export function CalendarGrid({ days, today, timezone, appointments, onOpen }: CalendarGridProps) {
  const ofDay = (day: string) =>
    appointments.filter(({ startsAt }) => localDay(new Date(startsAt), timezone) === day);
  const minutes = appointments.map(({ startsAt }) => minuteOfDay(new Date(startsAt), timezone));
  const firstHour = Math.min(8, ...minutes.map((minute) => Math.floor(minute / 60)));
  const lastHour = Math.max(18, ...minutes.map((minute) => Math.ceil(minute / 60) + 1));
  const hours = Array.from({ length: lastHour - firstHour }, (_, index) => firstHour + index);
  return (
    <>
      <div className="hidden overflow-hidden rounded-card border border-line bg-panel md:flex">
        <div className="w-14 shrink-0 pt-10" aria-hidden>
          {hours.map((hour) => (
            <div
              key={hour}
              className="tabular pr-2 text-right text-tiny text-muted"
              style={{ height: hourHeight }}
            >
              {hour}:00
            </div>
          ))}
        </div>
        {days.map((day) => (
          <section
            key={day}
            aria-label={dayWords(day, "long")}
            className="min-w-0 flex-1 border-l border-line"
          >
            <h3
              className={cx(
                "grid h-10 place-items-center border-b border-line text-small font-medium",
                day === today ? "text-accent" : "text-muted",
              )}
            >
              {dayWords(day)}
            </h3>
            <div
              className="relative"
              style={{
                height: hours.length * hourHeight,
                backgroundImage: "linear-gradient(var(--color-line) 1px, transparent 1px)",
                backgroundSize: `100% ${hourHeight}px`,
              }}
            >
              {layDay(ofDay(day)).map(({ appointment, lane, lanes }) => (
                <button
                  key={appointment.id}
                  type="button"
                  onClick={() => onOpen(appointment)}
                  className={cx(
                    "absolute overflow-hidden rounded-control border px-1.5 py-1 text-left text-tiny/4",
                    appointment.status === "booked"
                      ? "border-accent-line bg-accent-soft text-accent-ink hover:border-accent"
                      : "border-line bg-selection text-muted",
                  )}
                  style={{
                    top:
                      ((minuteOfDay(new Date(appointment.startsAt), timezone) - firstHour * 60) / 60) *
                        hourHeight +
                      1,
                    height: Math.max(24, (lengthOf(appointment) / 60) * hourHeight - 2),
                    left: `calc(${(lane / lanes) * 100}% + 2px)`,
                    width: `calc(${100 / lanes}% - 4px)`,
                  }}
                >
                  <span className="block truncate font-semibold">
                    {clockWords(new Date(appointment.startsAt), timezone, timezone)}{" "}
                    {appointment.customerName}
                  </span>
                  <span className="block truncate">
                    {appointment.serviceName} · {appointment.staffName}
                  </span>
                </button>
              ))}
            </div>
          </section>
        ))}
      </div>
      <div className="space-y-4 md:hidden">
        {days.map((day) => (
          <section key={day} aria-label={dayWords(day, "long")}>
            <h3 className={cx("mb-1.5 text-small font-medium", day === today ? "text-accent" : "text-muted")}>
              {dayWords(day, "long")}
            </h3>
            {ofDay(day).length === 0 && <p className="text-small text-muted">Nothing booked.</p>}
            <ul className="space-y-1.5">
              {ofDay(day).map((appointment) => (
                <li key={appointment.id}>
                  <button
                    type="button"
                    onClick={() => onOpen(appointment)}
                    className="flex min-h-11 w-full items-center gap-3 rounded-card border border-line bg-panel px-3 py-2 text-left"
                  >
                    <span className="tabular w-12 shrink-0 font-semibold">
                      {clockWords(new Date(appointment.startsAt), timezone, timezone)}
                    </span>
                    <span className="min-w-0">
                      <span className="block truncate font-medium">{appointment.customerName}</span>
                      <span className="block truncate text-meta text-muted">
                        {appointment.serviceName} · {appointment.staffName}
                      </span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function lengthOf({ startsAt, endsAt }: AppointmentView): number {
  return (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
}
