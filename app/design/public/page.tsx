import Link from "next/link";
import { PublicShell } from "@/components/shell/public-shell";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";

export default function PublicExample() {
  return (
    <PublicShell
      title="Welcome back"
      lead="Sign in to your desk."
      below={
        <>
          New here?{" "}
          <Link href="/design" className="font-medium text-accent underline underline-offset-4">
            Set up your business
          </Link>
        </>
      }
    >
      <form className="flex flex-col gap-4">
        <Field label="E-mail">
          <Input type="email" autoComplete="username" />
        </Field>
        <Field label="Password">
          <Input type="password" autoComplete="current-password" />
        </Field>
        <Button type="submit" variant="primary" size="lg" wide>
          Sign in
        </Button>
      </form>
    </PublicShell>
  );
}
