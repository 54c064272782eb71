import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { QueryProvider } from "@/components/query/query-provider";
import { PublicShell } from "@/components/shell/public-shell";
import { readOffers } from "@/lib/appointments";
import { BookingParams } from "@/lib/appointments/schema";
import { unsafeOpenBookingPage } from "@/lib/appointments/unsafe-booking-page";
import { readVisitor } from "@/lib/http";
import { isAppError } from "@/lib/kernel/errors";
import { localDay } from "@/lib/kernel/time";
import { BookingForm } from "./booking-form";

export const metadata: Metadata = { title: "Book an appointment", referrer: "no-referrer" };

/** Where anybody books with a business, without an account. It shows free times and nothing about anybody. */
export default async function BookingPage({ params }: { params: Promise<{ slug: string }> }) {
  const parsed = BookingParams.safeParse(await params);
  if (!parsed.success) notFound();
  const visitor = readVisitor(await headers());
  const business = await unsafeOpenBookingPage(visitor, parsed.data.slug).catch((error: unknown) => {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  });
  const offers = await readOffers(business.ctx);
  return (
    <PublicShell isWide title={business.name} lead="Choose what you need and a time that suits you.">
      <QueryProvider>
        <BookingForm
          slug={business.slug}
          offers={offers}
          today={localDay(visitor.clock.now(), business.timezone)}
        />
      </QueryProvider>
    </PublicShell>
  );
}
