"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { z } from "zod";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { toast } from "@/components/ui/overlay/toast";

const Released = z.object({ undoUntil: z.string().nullable() });

/** Gives a number back after it was typed; where the carrier can undo that, the toast offers it. */
export function ReleaseButton({ id, e164 }: { id: string; e164: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const router = useRouter();

  async function release() {
    const path = `/api/v1/numbers/${id}/release`;
    const answer = await callApi("PUT", path, { body: { confirmation: e164 }, answer: Released });
    if (!answer.ok) return void toast.error(sentenceOf(answer.problem));
    if (answer.data.undoUntil === null) toast.success(`${e164} is released`);
    else toast.undo(`${e164} is released`, undo);
    router.refresh();
  }

  async function undo() {
    const answer = await callApi("DELETE", `/api/v1/numbers/${id}/release`);
    if (answer.ok) toast.success(`${e164} is back`);
    else toast.error(sentenceOf(answer.problem));
    router.refresh();
  }

  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setIsAsking(true)}>
        Release…
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Release ${e164}?`}
        description="It goes back to the carrier, and somebody else may get it. Calls and texts to it no longer arrive. Conversations stay."
        confirmLabel="Release number"
        typed={e164}
        onConfirm={release}
      />
    </>
  );
}
