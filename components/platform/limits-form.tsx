"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { callApi } from "@/components/api/call-api";
import { showProblem } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";
import { LimitsChange } from "@/lib/platform/schema";
import type { TenantLimits } from "@/lib/tenants/schema";

const fields = [
  { name: "dailyTextCap", label: "SMS segments a day" },
  { name: "dailyWhatsappCap", label: "WhatsApp messages a day" },
  { name: "dailyCallMinutesCap", label: "Minutes of outgoing calls a day" },
  { name: "dailySpendCap", label: "Spending a day" },
  { name: "numberCap", label: "Numbers through the platform" },
  { name: "monthlyNumberCap", label: "Rent of those numbers a month" },
] as const;
const names = fields.map(({ name }) => name);

/** What a business may use. */
export function LimitsForm({ id, limits }: { id: string; limits: TenantLimits }) {
  const { allowedCountries: _countries, ...values } = limits;
  const form = useForm({ resolver: zodResolver(LimitsChange), values });
  const [failure, setFailure] = useState<string | null>(null);
  const router = useRouter();
  const { errors, isSubmitting, isDirty } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    const answer = await callApi("PATCH", `/api/v1/platform/tenants/${id}/limits`, { body });
    if (!answer.ok) return setFailure(showProblem(form, names, answer.problem));
    setFailure(null);
    form.reset(body);
    toast.success("Limits saved");
    router.refresh();
  });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {failure && <Banner tone="bad" title={failure} />}
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map(({ name, label }) => (
          <Field key={name} label={label} error={errors[name]?.message}>
            <Input type="number" min={0} step="any" {...form.register(name, { valueAsNumber: true })} />
          </Field>
        ))}
      </div>
      <div>
        <Button type="submit" variant="primary" isLoading={isSubmitting} disabled={!isDirty}>
          Save limits
        </Button>
      </div>
    </form>
  );
}
