"use client";
import { useState } from "react";
import { z } from "zod";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { AccountDialog } from "@/components/platform/account-dialog";
import { AccountFacts } from "@/components/platform/account-facts";
import { Button } from "@/components/ui/action/button";
import { Tag, type TagTone } from "@/components/ui/display/tag";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";
import { Section } from "@/components/ui/page/section";
import type { PlatformAccountView } from "@/lib/connections/schema";

const Tested = z.object({ ok: z.boolean(), sentence: z.string().optional() });

const sources: Record<PlatformAccountView["source"], { word: string; tone: TagTone }> = {
  settings: { word: "Entered here", tone: "good" },
  environment: { word: "From the environment", tone: "quiet" },
  simulator: { word: "Simulator", tone: "warn" },
  none: { word: "Not connected", tone: "plain" },
};

/** The platform's account with one carrier: what it is, whether it works, and how to change it. */
export function AccountSection({ account }: { account: PlatformAccountView }) {
  const { carrier, carrierLabel, source, problem } = account;
  const [open, setOpen] = useState<"edit" | "remove" | null>(null);
  const { save, isSaving } = useSave();
  const path = `/api/v1/platform/accounts/${carrier}`;

  async function test() {
    await save(async () => {
      const answer = await callApi("POST", `${path}/tests`, { answer: Tested });
      if (answer.ok && answer.data.ok) toast.success(`${carrierLabel} accepts these credentials`);
      else if (answer.ok) toast.error(answer.data.sentence ?? "They do not work.");
      return answer;
    });
  }

  return (
    <Section
      title={carrierLabel}
      description="For every business without an account of its own. Looked up last: the user's, the business's, this one."
      actions={<Tag tone={sources[source].tone}>{sources[source].word}</Tag>}
    >
      {problem && (
        <div className="mb-4">
          <Banner tone="bad" title="The last test failed">
            {problem}
          </Banner>
        </div>
      )}
      {source !== "none" && <AccountFacts account={account} />}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button onClick={() => setOpen("edit")}>
          {source === "settings" ? "Change…" : "Enter an account…"}
        </Button>
        {source !== "none" && (
          <Button isLoading={isSaving} onClick={test}>
            Test
          </Button>
        )}
        {source === "settings" && (
          <Button variant="ghost" onClick={() => setOpen("remove")}>
            Remove…
          </Button>
        )}
      </div>
      {open === "edit" && <AccountDialog account={account} onClose={() => setOpen(null)} />}
      <ConfirmDialog
        open={open === "remove"}
        onOpenChange={(isOpen) => setOpen(isOpen ? "remove" : null)}
        title={`Remove the ${carrierLabel} account?`}
        description="The one of the environment counts again, if there is one. Numbers that were bought through this account stop working here."
        confirmLabel="Remove account"
        typed={carrierLabel}
        onConfirm={async () =>
          void (await save(() => callApi("DELETE", path), `The ${carrierLabel} account is removed`))
        }
      />
    </Section>
  );
}
