"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { ProfileChange } from "@/lib/auth/schema";

/** The reader's own name; the e-mail address is shown. */
export function ProfileForm({ name, email }: { name: string; email: string }) {
  const form = useForm({ resolver: zodResolver(ProfileChange), values: { name } });
  const { save, isSaving } = useSave();
  const { errors, isDirty } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    if (await save(() => callApi("PATCH", "/api/v1/me", { body }), "Saved")) form.reset(body);
  });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" error={errors.name?.message}>
          <Input autoComplete="name" {...form.register("name")} />
        </Field>
        <Field label="E-mail" hint="You sign in with it.">
          <Input value={email} readOnly />
        </Field>
      </div>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" disabled={!isDirty} isLoading={isSaving}>
          Save changes
        </Button>
      </div>
    </form>
  );
}
