import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { readViewer } from "@/app/viewer";
import { localPath } from "@/components/account/local-path";
import { PublicShell } from "@/components/shell/public-shell";
import { env } from "@/lib/env";
import { readSwitches } from "@/lib/switches";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type SignInPageProps = { searchParams: Promise<{ next?: string; email?: string }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, email } = await searchParams;
  const target = localPath(next);
  if (await readViewer()) redirect(target);
  const switches = await readSwitches();
  return (
    <PublicShell
      title="Welcome back"
      lead="Sign in to your desk."
      below={
        switches.signUp && (
          <>
            New here?{" "}
            <Link href="/sign-up" className="font-medium text-accent underline underline-offset-4">
              Set up your business
            </Link>
          </>
        )
      }
    >
      <SignInForm
        target={target}
        email={typeof email === "string" ? email : ""}
        hasDemo={env.demoMode && switches.demo}
      />
    </PublicShell>
  );
}
