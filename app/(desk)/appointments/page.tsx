import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { positionOfPage } from "@/app/live-position";
import { requireViewer } from "@/app/viewer";
import { Calendar } from "@/components/appointments/calendar";
import { daysOf, placeFrom, spanOf } from "@/components/appointments/calendar-days";
import { calendarQuery, offersQuery } from "@/components/appointments/queries";
import { queryClient } from "@/components/query/query-client";
import { listAppointments, readOffers } from "@/lib/appointments";
import { localDay } from "@/lib/kernel/time";

export const metadata: Metadata = { title: "Appointments" };

type AppointmentsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The calendar as the address asks for it, drawn on the server and kept live by the browser. */
export default async function AppointmentsPage({ searchParams }: AppointmentsPageProps) {
  const { ctx, tenant } = await requireViewer();
  await positionOfPage();
  const search = await searchParams;
  const today = localDay(ctx.clock.now(), tenant.timezone);
  const place = placeFrom({ get: (name) => [search[name]].flat()[0] ?? null }, today);
  const span = spanOf(daysOf(place), tenant.timezone);
  const queries = queryClient();
  const [appointments, offers] = await Promise.all([
    listAppointments(ctx, { from: new Date(span.from), to: new Date(span.to) }),
    readOffers(ctx),
  ]);
  queries.setQueryData(calendarQuery(span).queryKey, appointments);
  queries.setQueryData(offersQuery.queryKey, offers);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <Calendar today={today} timezone={tenant.timezone} slug={tenant.slug} />
    </HydrationBoundary>
  );
}
