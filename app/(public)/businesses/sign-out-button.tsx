"use client";
import { leave } from "@/components/account/session-actions";

/** Signs out, for somebody who is here under the wrong name. */
export function SignOutButton({ email }: { email: string }) {
  return (
    <p>
      Signed in as {email}.{" "}
      <button
        type="button"
        onClick={() => leave()}
        className="font-medium text-accent underline underline-offset-4"
      >
        Sign out
      </button>
    </p>
  );
}
