"use client";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { toast } from "@/components/ui/overlay/toast";

/** Ends the demo world; its logins end with it, so the next page is the one to sign in. */
export function RemoveDemoButton() {
  const [isOpen, setIsOpen] = useState(false);

  async function remove() {
    const answer = await callApi("DELETE", "/api/v1/demo");
    if (answer.ok) return location.assign("/sign-in");
    toast.error(sentenceOf(answer.problem));
  }

  return (
    <>
      <button
        type="button"
        onClick={() => setIsOpen(true)}
        className="relative shrink-0 rounded-control px-1 font-semibold underline underline-offset-2 after:absolute after:-inset-y-2 after:inset-x-0 hover:text-text"
      >
        Remove the demo
      </button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title="Remove the demo world?"
        description="Both demo businesses, their conversations and the demo logins are gone at once, and you are signed out. Businesses of your own stay as they are."
        confirmLabel="Remove the demo"
        onConfirm={remove}
      />
    </>
  );
}
