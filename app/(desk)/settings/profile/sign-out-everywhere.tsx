"use client";
import { useState } from "react";
import { leave } from "@/components/account/session-actions";
import { Button } from "@/components/ui/action/button";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";

/** Ends every session, this one too. */
export function SignOutEverywhere() {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>Sign out everywhere</Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title="Sign out everywhere?"
        description="Every session ends at once, this one too. You then sign in again here."
        confirmLabel="Sign out everywhere"
        onConfirm={() => leave("everywhere")}
      />
    </>
  );
}
