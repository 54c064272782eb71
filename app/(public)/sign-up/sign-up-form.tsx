"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { Choice } from "@/components/account/countries";
import { PasswordInput } from "@/components/account/password-input";
import { signInWithPassword } from "@/components/account/sign-in-with-password";
import { callApi } from "@/components/api/call-api";
import { showProblem } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Combobox } from "@/components/ui/form/combobox";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Banner } from "@/components/ui/page/banner";
import { SignUp } from "@/lib/tenants/schema";

const blank = { businessName: "", country: "US", timezone: "UTC", name: "", email: "", password: "" };
const shown = ["businessName", "country", "name", "email", "password"] as const;

/** The business and its owner in one short form. Country and time zone come from the browser. */
export function SignUpForm({ countries }: { countries: Choice[] }) {
  const form = useForm({ resolver: zodResolver(SignUp), defaultValues: blank });
  const [failure, setFailure] = useState<string | null>(null);
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  useEffect(() => {
    const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const region = new Intl.Locale(locale).region;
    form.setValue("timezone", timeZone ?? "UTC");
    if (region && countries.some(({ value }) => value === region)) form.setValue("country", region);
  }, [form, countries]);

  const submit = form.handleSubmit(async (business) => {
    setFailure(null);
    const answer = await callApi("POST", "/api/v1/tenants", { body: business });
    if (!answer.ok) return setFailure(showProblem(form, shown, answer.problem));
    const { ok } = await signInWithPassword(business);
    location.assign(ok ? "/" : `/sign-in?email=${encodeURIComponent(business.email)}`);
  });

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {failure && <Banner tone="bad" title={failure} />}
      <Field label="Business" error={errors.businessName?.message}>
        <Input
          autoComplete="organization"
          autoFocus
          placeholder="Riverside Dental"
          {...form.register("businessName")}
        />
      </Field>
      <Controller
        control={form.control}
        name="country"
        render={({ field }) => (
          <Field label="Country" error={errors.country?.message}>
            <Combobox
              label="Country"
              options={countries}
              value={field.value}
              onValueChange={field.onChange}
            />
          </Field>
        )}
      />
      <Field label="Your name" error={errors.name?.message}>
        <Input autoComplete="name" {...form.register("name")} />
      </Field>
      <Field label="E-mail" error={errors.email?.message}>
        <Input type="email" autoComplete="username" {...form.register("email")} />
      </Field>
      <Field
        label="Password"
        error={errors.password?.message}
        hint="At least 10 characters. A few words are easier to remember than signs."
      >
        <PasswordInput autoComplete="new-password" {...form.register("password")} />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        wide
        isLoading={isSubmitting || (isSubmitSuccessful && !failure)}
      >
        Create the business
      </Button>
    </form>
  );
}
