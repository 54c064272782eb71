"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { PhoneForwarded } from "lucide-react";
import { FormProvider, useFieldArray, useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/action/button";
import { Banner } from "@/components/ui/page/banner";
import { Section } from "@/components/ui/page/section";
import { newId } from "@/lib/kernel/ids";
import { TransferTargets } from "@/lib/receptionist/schema";
import { useDesk } from "../desk/desk-context";
import { DeskForm } from "../desk/desk-form";
import { useDeskPart } from "../desk/use-desk-part";
import { RowList } from "./row-card";
import { TargetRow } from "./target-row";

/** People that calls may be put through to; nobody else can be reached by asking. */
export function TargetsForm() {
  const { targets } = useDesk();
  const form = useForm({ resolver: zodResolver(TransferTargets), values: { targets } });
  const list = useFieldArray({ control: form.control, name: "targets", keyName: "key" });
  const { failure } = useDeskPart("targets", form, {
    ...{ schema: TransferTargets, path: "/api/v1/receptionist/targets" },
    fields: list.fields.flatMap((_, index) => [
      `targets.${index}.e164` as const,
      `targets.${index}.memberId` as const,
    ]),
  });
  const rows = useWatch({ control: form.control, name: "targets" });
  const isWithoutPhones = rows.length > 0 && rows.every((row) => !row.e164);
  const add = () => list.append({ id: newId(), label: "", memberId: null, e164: "", isEmergency: false });
  return (
    <Section
      title="People to put through to"
      anchor="people"
      description="The first one gets calls that ask for “a person”. The emergency one is rung day and night."
    >
      <FormProvider {...form}>
        <DeskForm label="People to put through to" failure={failure}>
          {isWithoutPhones && (
            <div className="mb-3">
              <Banner tone="warn" title="Nobody here has a phone number">
                They are rung only in the browser, while they take calls there. Otherwise callers are offered
                to leave a message.
              </Banner>
            </div>
          )}
          {list.fields.length > 0 && (
            <RowList>
              {list.fields.map((row, index) => (
                <TargetRow
                  key={row.id}
                  index={index}
                  isLast={index === list.fields.length - 1}
                  onRemove={() => list.remove(index)}
                  onMove={(by) => list.move(index, index + by)}
                />
              ))}
            </RowList>
          )}
          <div className="mt-3">
            <Button icon={<PhoneForwarded aria-hidden />} onClick={add}>
              Add somebody
            </Button>
          </div>
        </DeskForm>
      </FormProvider>
    </Section>
  );
}
