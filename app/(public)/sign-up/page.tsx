import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { countryChoices } from "@/components/account/countries";
import { PublicShell } from "@/components/shell/public-shell";
import { Banner } from "@/components/ui/page/banner";
import { readSwitches } from "@/lib/switches";
import { SignUpForm } from "./sign-up-form";

export const metadata: Metadata = { title: "Set up your business" };

export default async function SignUpPage() {
  await connection();
  const { signUp } = await readSwitches();
  return (
    <PublicShell
      title="Set up your business"
      lead="A shared inbox and a receptionist, ready in a minute. You can try everything before you connect a number."
      below={
        <>
          Have an account?{" "}
          <Link href="/sign-in" className="font-medium text-accent underline underline-offset-4">
            Sign in
          </Link>
        </>
      }
    >
      {signUp ? (
        <SignUpForm countries={countryChoices()} />
      ) : (
        <Banner title="Sign-up is closed here">
          Ask whoever runs this installation to set up your business, or somebody of a business to invite you.
        </Banner>
      )}
    </PublicShell>
  );
}
