"use client";
import { type FormEvent, useId, useState } from "react";
import { useSnoozeAndGoOn } from "@/components/inbox/actions/snooze-items";
import { useDesk } from "@/components/inbox/inbox-context";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";
import type { ConversationRow } from "@/lib/inbox/schema";
import { addDays, localDay, momentOf } from "@/lib/kernel/time";

type SnoozeDialogProps = { row: ConversationRow; onClose: () => void };

/** Any day and time, on the clock of the business. */
export function SnoozeDialog({ row, onClose }: SnoozeDialogProps) {
  const { timezone } = useDesk();
  const snoozeUntil = useSnoozeAndGoOn(row);
  const today = localDay(new Date(), timezone);
  const [day, setDay] = useState(addDays(today, 1));
  const [time, setTime] = useState("09:00");
  const [error, setError] = useState<string>();
  const formId = useId();

  function pick(event: FormEvent) {
    event.preventDefault();
    const until = day && time ? momentOf(day, time, timezone) : null;
    if (!until || until <= new Date()) return setError("Pick a moment in the future.");
    onClose();
    snoozeUntil(until);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title="Snooze until"
      description={`Times are in ${timezone.replaceAll("_", " ")}. A reply brings it back earlier.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary">
            Snooze
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={pick} className="grid grid-cols-2 gap-3">
        <Field label="Day" error={error}>
          <Input type="date" min={today} value={day} onChange={(event) => setDay(event.target.value)} />
        </Field>
        <Field label="Time">
          <Input type="time" value={time} onChange={(event) => setTime(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
