"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { PasswordInput } from "@/components/account/password-input";
import { callApi } from "@/components/api/call-api";
import { showProblem } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";
import { PasswordChange } from "@/lib/auth/schema";

const blank = { currentPassword: "", newPassword: "" };

/** A new password, after the present one. The e-mail address is there for password managers. */
export function PasswordForm({ email }: { email: string }) {
  const form = useForm({ resolver: zodResolver(PasswordChange), defaultValues: blank });
  const [failure, setFailure] = useState<string | null>(null);
  const router = useRouter();
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (body) => {
    setFailure(null);
    const answer = await callApi("PUT", "/api/v1/me/password", { body });
    if (!answer.ok) return setFailure(showProblem(form, ["currentPassword", "newPassword"], answer.problem));
    form.reset(blank);
    toast.success("Your password is changed", { description: "You are signed out everywhere else." });
    router.refresh();
  });

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {failure && <Banner tone="bad" title={failure} />}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Present password" error={errors.currentPassword?.message}>
          <PasswordInput autoComplete="current-password" {...form.register("currentPassword")} />
        </Field>
        <Field label="New password" hint="At least 10 characters." error={errors.newPassword?.message}>
          <PasswordInput autoComplete="new-password" {...form.register("newPassword")} />
        </Field>
      </div>
      <div className="flex justify-end">
        <Button type="submit" isLoading={isSubmitting}>
          Change password
        </Button>
      </div>
    </form>
  );
}
