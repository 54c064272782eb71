"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { Plus } from "lucide-react";
import { FormProvider, useFieldArray, useForm } from "react-hook-form";
import { Button } from "@/components/ui/action/button";
import { Section } from "@/components/ui/page/section";
import { newId } from "@/lib/kernel/ids";
import { Offers } from "@/lib/receptionist/schema";
import { useDesk } from "../desk/desk-context";
import { DeskForm } from "../desk/desk-form";
import { useDeskPart } from "../desk/use-desk-part";
import { RowList } from "./row-card";
import { ServiceRow } from "./service-row";
import { StaffList } from "./staff-list";

const newService = {
  name: "",
  description: "",
  minutes: 30,
  bufferMinutes: 0,
  priceMinor: null,
  isBookable: true,
};

/** What can be booked, what it costs, and with whom. */
export function OffersForm() {
  const { offers } = useDesk();
  const form = useForm({ resolver: zodResolver(Offers), values: offers });
  const services = useFieldArray({ control: form.control, name: "services", keyName: "key" });
  const staff = useFieldArray({ control: form.control, name: "staff", keyName: "key" });
  const { failure } = useDeskPart("offers", form, {
    ...{ schema: Offers, path: "/api/v1/receptionist/offers" },
  });
  return (
    <Section
      title="Services and people"
      description="What you offer, how long it takes and what it costs. Prices are told on the phone."
    >
      <FormProvider {...form}>
        <DeskForm label="Services and people" failure={failure}>
          {services.fields.length > 0 && (
            <RowList>
              {services.fields.map((row, index) => (
                <ServiceRow
                  key={row.id}
                  index={index}
                  isLast={index === services.fields.length - 1}
                  onRemove={() => services.remove(index)}
                  onMove={(by) => services.move(index, index + by)}
                />
              ))}
            </RowList>
          )}
          <div className="mt-3">
            <Button
              icon={<Plus aria-hidden />}
              onClick={() => services.append({ id: newId(), ...newService })}
            >
              Add a service
            </Button>
          </div>
          <StaffList
            rows={staff.fields}
            onAdd={() => staff.append({ id: newId(), name: "" })}
            onRemove={staff.remove}
          />
        </DeskForm>
      </FormProvider>
    </Section>
  );
}
