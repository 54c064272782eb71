"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { appointmentsKey, type SlotView } from "@/components/appointments/queries";
import { SlotPicker } from "@/components/appointments/slot-picker";
import { type Paged, queryText, Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { phoneFace } from "@/components/ui/display/phone-face";
import { Combobox } from "@/components/ui/form/combobox";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { Dialog } from "@/components/ui/overlay/dialog";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";
import type { BookingOffers } from "@/lib/appointments/schema";
import type { CustomerView } from "@/lib/customers/schema";

type BookDialogProps = { offers: BookingOffers; day: string; onClose: () => void };

/** Books for a customer: who, what, with whom, when. */
export function BookDialog({ offers, day: firstDay, onClose }: BookDialogProps) {
  const queries = useQueryClient();
  const [customerId, setCustomerId] = useState<string>();
  const [serviceId, setServiceId] = useState(offers.services[0]?.id ?? "");
  const [staffId, setStaffId] = useState("");
  const [day, setDay] = useState(firstDay);
  const [slot, setSlot] = useState<SlotView>();
  const [problem, setProblem] = useState<string>();
  const [isBooking, setIsBooking] = useState(false);
  const staff = offers.staff.filter(({ serviceIds }) => !serviceIds || serviceIds.includes(serviceId));

  async function book() {
    if (!slot || !customerId) return;
    setIsBooking(true);
    setProblem(undefined);
    try {
      const body = { customerId, serviceId, staffId: slot.staffId, startsAt: slot.startsAt };
      await request("POST", "/api/v1/appointments", { body });
      toast.success("Booked");
      onClose();
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : "Something went wrong. Try again.");
      setSlot(undefined);
      setIsBooking(false);
    }
    await queries.invalidateQueries({ queryKey: appointmentsKey });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Book an appointment"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={!slot || !customerId}
            isLoading={isBooking}
            onClick={() => void book()}
          >
            Book
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {problem && <Banner tone="bad" title={problem} />}
        <Field label="Customer">
          <CustomerChoice value={customerId} onChange={setCustomerId} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Service">
            <Select
              value={serviceId}
              onValueChange={(value) => {
                setServiceId(value);
                setSlot(undefined);
              }}
              options={offers.services.map(({ id, name, minutes }) => ({
                value: id,
                label: name,
                hint: `${minutes} min`,
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
          {...{ serviceId, day, chosen: slot, timezone: offers.timezone }}
          staffId={staffId || undefined}
          onDay={(next) => {
            setDay(next);
            setSlot(undefined);
          }}
          onChoose={setSlot}
        />
      </div>
    </Dialog>
  );
}

type CustomerChoiceProps = { value: string | undefined; onChange: (id: string) => void };

function CustomerChoice({ value, onChange }: CustomerChoiceProps) {
  const [search, setSearch] = useState("");
  const { data, isFetching } = useQuery({
    queryKey: ["customers", "choice", search],
    queryFn: ({ signal }) =>
      request<Paged<CustomerView>>("GET", `/api/v1/customers${queryText({ search, limit: 20 })}`, { signal }),
    placeholderData: (before) => before,
  });
  const options = (data?.data ?? []).map(({ id, name, addresses: [first] }) => ({
    ...{ value: id, label: phoneFace(name) },
    hint: phoneFace(first?.address.replace(/^whatsapp:/, "") ?? ""),
  }));
  return (
    <Combobox
      label="Customer"
      placeholder="Choose a customer"
      emptyText="Nobody like that"
      options={options}
      value={value}
      onValueChange={onChange}
      onSearch={setSearch}
      isLoading={isFetching}
    />
  );
}
