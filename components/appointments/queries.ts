import { queryOptions } from "@tanstack/react-query";
import { type Paged, queryText, request } from "@/components/query/request";
import type { AppointmentView, BookingOffers } from "@/lib/appointments/schema";

/** A free time as the API gives it. */
export type SlotView = { staffId: string; staffName: string; startsAt: string; endsAt: string };

export const appointmentsKey = ["appointments"] as const;

/** Everything booked between two moments. */
export function calendarQuery(span: { from: string; to: string }) {
  return queryOptions({
    queryKey: [...appointmentsKey, "calendar", span],
    queryFn: ({ signal }) =>
      request<Paged<AppointmentView>>("GET", `/api/v1/appointments${queryText(span)}`, { signal }).then(
        ({ data }) => data,
      ),
  });
}

/** What can be booked, and with whom. */
export const offersQuery = queryOptions({
  queryKey: [...appointmentsKey, "offers"],
  queryFn: ({ signal }) => request<BookingOffers>("GET", "/api/v1/appointments/offers", { signal }),
});

/** Free times of a local day; `slug` asks as a stranger. */
export function slotsQuery(
  wanted: { serviceId: string; staffId?: string | undefined; day: string; days: number },
  slug?: string,
) {
  const path = slug ? `/api/v1/booking/${slug}/slots` : "/api/v1/appointments/slots";
  return queryOptions({
    queryKey: [...appointmentsKey, "slots", slug ?? "", wanted],
    queryFn: ({ signal }) =>
      request<Paged<SlotView>>("GET", `${path}${queryText(wanted)}`, { signal }).then(({ data }) => data),
    staleTime: 15_000,
  });
}
