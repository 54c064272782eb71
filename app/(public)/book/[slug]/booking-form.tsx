"use client";
import { CircleCheck } from "lucide-react";
import { type FormEvent, useState, useSyncExternalStore } from "react";
import type { SlotView } from "@/components/appointments/queries";
import { SlotPicker } from "@/components/appointments/slot-picker";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { fullWords } from "@/components/ui/display/time-words";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { Banner } from "@/components/ui/page/banner";
import type { BookingOffers, PublicBooking } from "@/lib/appointments/schema";

type BookingFormProps = { slug: string; offers: BookingOffers; today: string };

/** What, with whom, when, and who is asking. Booked is booked: the time is theirs when it says so. */
export function BookingForm({ slug, offers, today }: BookingFormProps) {
  const [serviceId, setServiceId] = useState(offers.services[0]?.id ?? "");
  const [staffId, setStaffId] = useState("");
  const [day, setDay] = useState(today);
  const [slot, setSlot] = useState<SlotView>();
  const [person, setPerson] = useState({ name: "", phone: "", notes: "" });
  const [key] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<string>();
  const [isBooking, setIsBooking] = useState(false);
  const [booked, setBooked] = useState<PublicBooking>();
  const { timezone } = offers;
  const staff = offers.staff.filter(({ serviceIds }) => !serviceIds || serviceIds.includes(serviceId));
  const service = offers.services.find(({ id }) => id === serviceId);

  async function book(event: FormEvent) {
    event.preventDefault();
    if (!slot || isBooking) return;
    setIsBooking(true);
    setProblem(undefined);
    try {
      const body = { serviceId, staffId: slot.staffId, startsAt: slot.startsAt, key, ...person };
      setBooked(await request<PublicBooking>("POST", `/api/v1/booking/${slug}/appointments`, { body }));
    } catch (error) {
      setProblem(
        error instanceof Refused ? error.message.replace(/^\w+: /, "") : "Something went wrong. Try again.",
      );
      if (error instanceof Refused && error.code === "taken") setSlot(undefined);
    }
    setIsBooking(false);
  }

  if (booked) return <Booked booking={booked} timezone={timezone} />;
  return (
    <form onSubmit={book} className="space-y-5">
      {problem && <Banner tone="bad" title={problem} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Service" hint={service?.description || undefined}>
          <Select
            value={serviceId}
            onValueChange={(value) => {
              setServiceId(value);
              setSlot(undefined);
            }}
            options={offers.services.map(({ id, name, minutes, price }) => ({
              ...{ value: id, label: name, hint: [`${minutes} min`, price].filter(Boolean).join(", ") },
            }))}
          />
        </Field>
        <Field label="With">
          <Select
            value={staffId}
            onValueChange={(value) => {
              setStaffId(value);
              setSlot(undefined);
            }}
            options={[
              { value: "", label: "Anybody who is free" },
              ...staff.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
      </div>
      <SlotPicker
        {...{ slug, serviceId, day, chosen: slot, timezone }}
        staffId={staffId || undefined}
        onDay={(next) => {
          setDay(next < today ? today : next);
          setSlot(undefined);
        }}
        onChoose={setSlot}
      />
      {slot && <ChosenTime slot={slot} timezone={timezone} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Your name">
          <Input
            autoComplete="name"
            required
            maxLength={120}
            value={person.name}
            onChange={(event) => setPerson({ ...person, name: event.target.value })}
          />
        </Field>
        <Field label="Your phone number">
          <Input
            type="tel"
            autoComplete="tel"
            isTabular
            required
            value={person.phone}
            onChange={(event) => setPerson({ ...person, phone: event.target.value })}
          />
        </Field>
      </div>
      <Field label="Anything we should know?" isOptional>
        <Input
          maxLength={500}
          value={person.notes}
          onChange={(event) => setPerson({ ...person, notes: event.target.value })}
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        wide
        isLoading={isBooking}
        disabled={!slot || !person.name.trim() || !person.phone.trim()}
      >
        Book this time
      </Button>
    </form>
  );
}

/** The time in words, on the business's clock, and on the visitor's where that shows another one. */
function ChosenTime({ slot, timezone }: { slot: SlotView; timezone: string }) {
  const own = useSyncExternalStore(neverChanges, ownZone, () => timezone);
  const at = new Date(slot.startsAt);
  const isElsewhere = fullWords(at, own) !== fullWords(at, timezone) && own !== timezone;
  return (
    <p className="rounded-card bg-selection px-4 py-3">
      {fullWords(at, timezone)} with {slot.staffName}
      {isElsewhere && (
        <span className="block text-small text-muted">On your clock: {fullWords(at, own)}</span>
      )}
    </p>
  );
}

function neverChanges(): () => void {
  return () => {};
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function Booked({ booking, timezone }: { booking: PublicBooking; timezone: string }) {
  return (
    <div role="status" className="rounded-card border border-line bg-panel p-6">
      <p className="flex items-center gap-2 text-title">
        <CircleCheck className="size-5 text-good" aria-hidden />
        Booked. See you then.
      </p>
      <p className="mt-2">
        {booking.serviceName} with {booking.staffName}
      </p>
      <p>{fullWords(new Date(booking.startsAt), timezone)}</p>
      <p className="mt-3 text-muted">To move or cancel it, call us or reply to our text.</p>
    </div>
  );
}
