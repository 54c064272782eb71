"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Textarea } from "@/components/ui/form/textarea";
import { Dialog } from "@/components/ui/overlay/dialog";
import { addDays, localDay, momentOf, wallTime } from "@/lib/kernel/time";
import { longestBody } from "@/lib/messages/rules";

type MomentDialogProps = {
  title: string;
  description: string;
  /** On whose clock the day and time are. */
  zone: string;
  action: string;
  /** Where it begins; without it, tomorrow at nine. */
  at?: string | null;
  /** Words that may be changed along with the time. */
  body?: string;
  /** Says why not, or nothing when it worked. */
  onPick: (moment: Date, body: string | undefined) => Promise<string | undefined>;
  onClose: () => void;
};

/** Any day and time on somebody's clock, and the words that go out then. */
export function MomentDialog({
  title,
  description,
  zone,
  action,
  at,
  body,
  onPick,
  onClose,
}: MomentDialogProps) {
  const today = localDay(new Date(), zone);
  const [day, setDay] = useState(at ? localDay(new Date(at), zone) : addDays(today, 1));
  const [time, setTime] = useState(at ? clockOf(new Date(at), zone) : "09:00");
  const [words, setWords] = useState(body);
  const [error, setError] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const formId = useId();

  async function pick(event: FormEvent) {
    event.preventDefault();
    const moment = day && time ? momentOf(day, time, zone) : null;
    if (!moment || moment <= new Date()) return setError("Pick a moment in the future.");
    setIsSaving(true);
    const problem = await onPick(moment, words?.trim());
    setIsSaving(false);
    if (problem) setError(problem);
    else onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isLoading={isSaving}
            disabled={words?.trim() === ""}
          >
            {action}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void pick(event)} className="flex flex-col gap-3">
        {words !== undefined && (
          <Field label="Message">
            <Textarea
              rows={3}
              maxLength={longestBody}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </Field>
        )}
        <div className="grid grid-cols-2 gap-3">
          <Field label="Day" error={error}>
            <Input type="date" min={today} value={day} onChange={(event) => setDay(event.target.value)} />
          </Field>
          <Field label="Time">
            <Input type="time" value={time} onChange={(event) => setTime(event.target.value)} />
          </Field>
        </div>
      </form>
    </Dialog>
  );
}

function clockOf(at: Date, zone: string): string {
  const { hour, minute } = wallTime(at, zone);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
