"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { Choice } from "@/components/account/countries";
import { LanguagesField } from "@/components/account/languages-field";
import { callApi } from "@/components/api/call-api";
import { showProblem } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Combobox } from "@/components/ui/form/combobox";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";
import { BusinessDetails } from "@/lib/tenants/schema";

type BusinessFormProps = {
  slug: string;
  business: BusinessDetails;
  countries: Choice[];
  timeZones: Choice[];
  languages: Choice[];
};

/** Name, place and languages of the business. */
export function BusinessForm({ slug, business, countries, timeZones, languages }: BusinessFormProps) {
  const { name, country, timezone, languages: spoken } = business;
  const values = { name, country, timezone, languages: spoken };
  const form = useForm({ resolver: zodResolver(BusinessDetails), values });
  const [failure, setFailure] = useState<string | null>(null);
  const router = useRouter();
  const { errors, isSubmitting, isDirty } = form.formState;

  const submit = form.handleSubmit(async (body) => {
    setFailure(null);
    const answer = await callApi("PATCH", "/api/v1/tenants/current", { body });
    if (!answer.ok) return setFailure(showProblem(form, ["name", "country", "timezone"], answer.problem));
    form.reset(body);
    toast.success("Saved");
    router.refresh();
  });

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {failure && <Banner tone="bad" title={failure} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" error={errors.name?.message}>
          <Input autoComplete="organization" {...form.register("name")} />
        </Field>
        <Field label="Address in webhooks" hint="Carriers' webhooks carry it, so it never changes.">
          <Input value={slug} readOnly />
        </Field>
        <Controller
          control={form.control}
          name="country"
          render={({ field }) => (
            <Field
              label="Country"
              hint="For numbers typed without a country code."
              error={errors.country?.message}
            >
              <Combobox
                label="Country"
                options={countries}
                value={field.value}
                onValueChange={field.onChange}
              />
            </Field>
          )}
        />
        <Controller
          control={form.control}
          name="timezone"
          render={({ field }) => (
            <Field
              label="Time zone"
              hint="Opening hours and daily limits follow it."
              error={errors.timezone?.message}
            >
              <Combobox
                label="Time zone"
                options={timeZones}
                value={field.value}
                onValueChange={field.onChange}
              />
            </Field>
          )}
        />
      </div>
      <Controller
        control={form.control}
        name="languages"
        render={({ field }) => (
          <LanguagesField value={field.value} onChange={field.onChange} languages={languages} />
        )}
      />
      <div className="flex justify-end pt-1">
        <Button type="submit" variant="primary" disabled={!isDirty} isLoading={isSubmitting}>
          Save changes
        </Button>
      </div>
    </form>
  );
}
