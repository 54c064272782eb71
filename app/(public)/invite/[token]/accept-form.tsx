"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { PasswordInput } from "@/components/account/password-input";
import { signInWithPassword } from "@/components/account/sign-in-with-password";
import { callApi } from "@/components/api/call-api";
import { showProblem } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Banner } from "@/components/ui/page/banner";
import { NewPassword, Password, PersonName } from "@/lib/auth/schema";

const NewAccount = z.object({ name: PersonName, password: NewPassword });
const OwnAccount = z.object({ name: z.string(), password: Password });

type AcceptFormProps = { token: string; offer: { email: string; hasAccount: boolean } };

/** A new account for the invited address, or the password of the one it has. */
export function AcceptForm({ token, offer: { email, hasAccount } }: AcceptFormProps) {
  const schema = hasAccount ? OwnAccount : NewAccount;
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: "", password: "" } });
  const [failure, setFailure] = useState<string | null>(null);
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async ({ name, password }) => {
    setFailure(null);
    const account = hasAccount ? { account: "mine", password } : { account: "new", name, password };
    const answer = await callApi("POST", "/api/v1/invitations/acceptance", { body: { token, ...account } });
    if (!answer.ok) return setFailure(showProblem(form, ["name", "password"], answer.problem));
    const { ok } = await signInWithPassword({ email, password });
    location.assign(ok ? "/" : `/sign-in?email=${encodeURIComponent(email)}`);
  });

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {failure && <Banner tone="bad" title={failure} />}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      {!hasAccount && (
        <Field label="Your name" error={errors.name?.message}>
          <Input autoComplete="name" autoFocus {...form.register("name")} />
        </Field>
      )}
      <Field
        label={hasAccount ? "Your password" : "Choose a password"}
        error={errors.password?.message}
        hint={hasAccount ? "You have an account with this address already." : "At least 10 characters."}
      >
        <PasswordInput
          autoComplete={hasAccount ? "current-password" : "new-password"}
          autoFocus={hasAccount}
          {...form.register("password")}
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        wide
        isLoading={isSubmitting || (isSubmitSuccessful && !failure)}
      >
        Accept the invitation
      </Button>
    </form>
  );
}
