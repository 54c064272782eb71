"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, ExternalLink, Plus } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { AppointmentDialog } from "@/components/appointments/appointment-dialog";
import { BookDialog } from "@/components/appointments/book-dialog";
import {
  type CalendarPlace,
  daysOf,
  dayWords,
  placeFrom,
  placePath,
  spanOf,
} from "@/components/appointments/calendar-days";
import { CalendarGrid } from "@/components/appointments/calendar-grid";
import { appointmentsKey, calendarQuery, offersQuery } from "@/components/appointments/queries";
import { useLiveStream } from "@/components/live/use-live-stream";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { IconButton } from "@/components/ui/action/icon-button";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import { useHotkeys } from "@/components/ui/keyboard/use-hotkeys";
import { PageHead } from "@/components/ui/page/page-head";
import type { AppointmentView } from "@/lib/appointments/schema";
import { addDays } from "@/lib/kernel/time";

const views = [
  { value: "day", label: "Day" },
  { value: "week", label: "Week" },
] as const;

type CalendarProps = { today: string; timezone: string; slug: string };

/** What is booked, by day and week on the business's clock; kept live. The arrow keys turn the pages. */
export function Calendar({ today, timezone, slug }: CalendarProps) {
  const router = useRouter();
  const place = placeFrom(useSearchParams(), today);
  const days = daysOf(place);
  const { data = [] } = useQuery({
    ...calendarQuery(spanOf(days, timezone)),
    placeholderData: keepPreviousData,
  });
  const { data: offers } = useQuery(offersQuery);
  const [open, setOpen] = useState<AppointmentView>();
  const [isBooking, setIsBooking] = useState(false);
  useLiveStream(({ kind }, queries) => {
    if (kind.startsWith("appointment.")) void queries.invalidateQueries({ queryKey: appointmentsKey });
  });

  const go = (change: Partial<CalendarPlace>) => router.replace(placePath({ ...place, ...change }));
  const turn = (by: number) => go({ day: addDays(place.day, by * (place.view === "week" ? 7 : 1)) });
  useHotkeys({ arrowleft: () => turn(-1), arrowright: () => turn(1), t: () => go({ day: today }) });
  const mayBook = (offers?.services.length ?? 0) > 0 && (offers?.staff.length ?? 0) > 0;

  return (
    <>
      <PageHead
        title="Appointments"
        actions={
          <>
            {mayBook && (
              <span className="hidden md:block">
                <ButtonLink href={`/book/${slug}`} icon={<ExternalLink aria-hidden />}>
                  Booking page
                </ButtonLink>
              </span>
            )}
            {mayBook && (
              <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setIsBooking(true)}>
                Book
              </Button>
            )}
          </>
        }
      />
      <div className="px-4 py-4 md:px-6">
        <div className="mb-3 flex flex-wrap items-center gap-2">
          <IconButton
            label={`Earlier ${place.view}`}
            icon={<ChevronLeft aria-hidden />}
            onClick={() => turn(-1)}
          />
          <IconButton
            label={`Later ${place.view}`}
            icon={<ChevronRight aria-hidden />}
            onClick={() => turn(1)}
          />
          <Button size="sm" onClick={() => go({ day: today })}>
            Today
          </Button>
          <h2 className="text-title" aria-live="polite">
            {place.view === "day"
              ? dayWords(place.day, "long")
              : `${dayWords(days[0] ?? "")} to ${dayWords(days[6] ?? "")}`}
          </h2>
          <span className="text-meta text-muted">{timezone.replaceAll("_", " ")}</span>
          <span className="flex-1" />
          <SegmentedControl
            label="View"
            options={views}
            value={place.view}
            onValueChange={(view) => go({ view })}
          />
        </div>
        {offers && !mayBook && (
          <p className="mb-3 text-muted">
            Nothing can be booked yet. Add your services and staff under{" "}
            <a href="/settings/receptionist" className="text-accent underline underline-offset-2">
              Receptionist
            </a>
            .
          </p>
        )}
        <CalendarGrid days={days} today={today} timezone={timezone} appointments={data} onOpen={setOpen} />
      </div>
      {open && (
        <AppointmentDialog appointment={open} timezone={timezone} onClose={() => setOpen(undefined)} />
      )}
      {isBooking && offers && (
        <BookDialog
          offers={offers}
          day={place.day < today ? today : place.day}
          onClose={() => setIsBooking(false)}
        />
      )}
    </>
  );
}
