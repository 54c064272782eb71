"use client";
import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { RunBadge } from "@/components/automations/runs/run-badge";
import { IconButton } from "@/components/ui/action/icon-button";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { Switch } from "@/components/ui/form/switch";
import type { AutomationView } from "@/lib/automations/schema";

/** The business's rules, each with its switch, its sentence and what it did last. */
export function AutomationList({ automations }: { automations: AutomationView[] }) {
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-panel">
      {automations.map((automation) => (
        <AutomationRow key={automation.id} automation={automation} />
      ))}
    </ul>
  );
}

function AutomationRow({ automation }: { automation: AutomationView }) {
  const { id, name, isOn, summary } = automation;
  const { save, isSaving } = useSave();
  const [isAsking, setIsAsking] = useState(false);
  const turn = (on: boolean) =>
    save(
      () => callApi("PUT", `/api/v1/automations/${id}/activation`, { body: { isOn: on } }),
      on ? `“${name}” is on.` : `“${name}” is off.`,
    );
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-4 md:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-title">
          <Link href={`/automations/${id}`} className="rounded-control hover:underline">
            {name}
          </Link>
        </h2>
        <p className="mt-0.5 max-w-[72ch] text-muted">{summary}</p>
        <LastRun automation={automation} />
      </div>
      <div className="flex shrink-0 items-center gap-2">
        <Switch
          label={
            <>
              <span className="sr-only">{name}: </span>
              {isOn ? "On" : "Off"}
            </>
          }
          checked={isOn}
          isDisabled={isSaving}
          onCheckedChange={(on) => void turn(on)}
        />
        <IconButton
          label={`Remove ${name}`}
          icon={<Trash2 aria-hidden />}
          onClick={() => setIsAsking(true)}
        />
        <ConfirmDialog
          open={isAsking}
          onOpenChange={setIsAsking}
          title={`Remove “${name}”?`}
          description="Its log goes with it. What it has sent stays in the conversations."
          confirmLabel="Remove rule"
          onConfirm={async () => {
            await save(() => callApi("DELETE", `/api/v1/automations/${id}`), "The rule is gone.");
          }}
        />
      </div>
    </li>
  );
}

function LastRun({ automation: { id, lastRun, runsThisWeek } }: { automation: AutomationView }) {
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
      {lastRun ? (
        <>
          <RunBadge status={lastRun.status} />
          <RelativeTime at={lastRun.at} />
          {lastRun.reason && <span className="min-w-0">{lastRun.reason}</span>}
        </>
      ) : (
        <span>Did nothing yet.</span>
      )}
      {runsThisWeek > 0 && <span className="tabular">{runsThisWeek} this week</span>}
      <Link
        href={`/automations/${id}/runs`}
        className="rounded-control font-medium text-accent hover:underline"
      >
        Log
      </Link>
    </p>
  );
}
