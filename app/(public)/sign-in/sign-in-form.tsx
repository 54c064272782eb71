"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { PasswordInput } from "@/components/account/password-input";
import { signInWithPassword } from "@/components/account/sign-in-with-password";
import { signInWords } from "@/components/account/sign-in-words";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Banner } from "@/components/ui/page/banner";
import { SignIn } from "@/lib/auth/schema";
import { DemoLogins } from "./demo-logins";

type SignInFormProps = { target: string; email: string; hasDemo: boolean };

/** E-mail address and password; in the demo world the demo's people, one click each. */
export function SignInForm({ target, email, hasDemo }: SignInFormProps) {
  const form = useForm({ resolver: zodResolver(SignIn), defaultValues: { email, password: "" } });
  const [failure, setFailure] = useState<string | null>(null);
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;

  const submit = form.handleSubmit(async (credentials) => {
    setFailure(null);
    const answer = await signInWithPassword(credentials);
    // A whole new page: nothing of what was on screen before may outlive a change of person.
    if (answer.ok) return location.assign(target);
    setFailure(signInWords(answer));
    form.resetField("password");
    form.setFocus("password");
  });

  return (
    <>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {failure && <Banner tone="bad" title={failure} />}
        <Field label="E-mail" error={errors.email?.message}>
          <Input type="email" autoComplete="username" autoFocus={!email} {...form.register("email")} />
        </Field>
        <Field label="Password" error={errors.password?.message}>
          <PasswordInput autoComplete="current-password" {...form.register("password")} />
        </Field>
        <Button
          type="submit"
          variant="primary"
          size="lg"
          wide
          isLoading={isSubmitting || (isSubmitSuccessful && !failure)}
        >
          Sign in
        </Button>
      </form>
      {hasDemo && (
        <DemoLogins
          onChoose={(login) => {
            form.reset(login);
            setFailure(null);
            form.setFocus("email");
          }}
        />
      )}
    </>
  );
}
