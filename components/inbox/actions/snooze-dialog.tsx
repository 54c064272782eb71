"use client";
import { useSnoozeAndGoOn } from "@/components/inbox/actions/snooze-items";
import { useDesk } from "@/components/inbox/inbox-context";
import { MomentDialog } from "@/components/inbox/schedule/moment-dialog";
import type { ConversationRow } from "@/lib/inbox/schema";

type SnoozeDialogProps = { row: ConversationRow; onClose: () => void };

/** Any day and time, on the clock of the business. */
export function SnoozeDialog({ row, onClose }: SnoozeDialogProps) {
  const { timezone } = useDesk();
  const snoozeUntil = useSnoozeAndGoOn(row);
  return (
    <MomentDialog
      title="Snooze until"
      description={`Times are in ${timezone.replaceAll("_", " ")}. A reply brings it back earlier.`}
      zone={timezone}
      action="Snooze"
      onPick={async (until) => {
        snoozeUntil(until);
        return undefined;
      }}
      onClose={onClose}
    />
  );
}
