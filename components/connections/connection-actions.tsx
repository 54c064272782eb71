"use client";
import { useState } from "react";
import { z } from "zod";
import { callApi } from "@/components/api/call-api";
import { sentenceOf, useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { toast } from "@/components/ui/overlay/toast";
import type { CredentialField } from "@/lib/carriers/schema";
import type { ConnectionView } from "@/lib/connections/schema";
import { DisconnectDialog } from "./disconnect-dialog";
import { RotateDialog } from "./rotate-dialog";

const Test = z.object({
  ok: z.boolean(),
  sentence: z.string().optional(),
  balance: z.object({ amount: z.number(), currency: z.string() }).optional(),
});

type ConnectionActionsProps = {
  connection: ConnectionView & { id: string };
  secretFields: CredentialField[];
};

/** Test, go on with the setup, replace the token, disconnect. */
export function ConnectionActions({ connection, secretFields }: ConnectionActionsProps) {
  const [open, setOpen] = useState<"rotate" | "disconnect" | null>(null);
  const { save, isSaving } = useSave();
  const { id, carrier, label } = connection;

  async function test() {
    await save(async () => {
      const answer = await callApi("POST", `/api/v1/integrations/${id}/tests`, { body: {}, answer: Test });
      if (!answer.ok) return answer;
      const { ok, sentence, balance } = answer.data;
      const money = balance ? ` Balance ${balance.amount.toFixed(2)} ${balance.currency}.` : "";
      if (ok) toast.success(`${label} works.${money}`);
      else
        toast.error(
          sentence ?? sentenceOf({ status: 0, code: "internal", detail: "It does not work.", errors: [] }),
        );
      return answer;
    });
  }

  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <Button size="sm" onClick={test} isLoading={isSaving}>
        Test
      </Button>
      <ButtonLink size="sm" href={`/${carrier}/setup?connection=${id}`}>
        Setup
      </ButtonLink>
      <Button size="sm" onClick={() => setOpen("rotate")}>
        Replace token
      </Button>
      <Button size="sm" variant="ghost" onClick={() => setOpen("disconnect")}>
        Disconnect
      </Button>
      {open === "rotate" && (
        <RotateDialog id={id} label={label} fields={secretFields} onClose={() => setOpen(null)} />
      )}
      {open === "disconnect" && <DisconnectDialog id={id} label={label} onClose={() => setOpen(null)} />}
    </div>
  );
}
