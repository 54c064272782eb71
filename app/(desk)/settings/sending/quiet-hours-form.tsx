"use client";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { TimeInput } from "@/components/receptionist/lists/time-input";
import { Button } from "@/components/ui/action/button";
import { Switch } from "@/components/ui/form/switch";
import type { QuietHours } from "@/lib/tenants/schema";

/** When nobody is texted: on or off at once, the hours with a button. */
export function QuietHoursForm({ quietHours }: { quietHours: QuietHours }) {
  const [hours, setHours] = useState(quietHours);
  const { save, isSaving } = useSave();
  const isChanged = hours.from !== quietHours.from || hours.to !== quietHours.to;

  async function keep(next: QuietHours) {
    setHours(next);
    const kept = await save(
      () => callApi("PATCH", "/api/v1/tenants/current", { body: { quietHours: next } }),
      "Saved",
    );
    if (!kept) setHours(quietHours);
  }

  return (
    <div className="flex flex-col gap-4">
      <Switch
        label="Keep quiet hours"
        hint="Automated texts wait for the morning. People are asked, and may send all the same."
        checked={hours.isOn}
        isDisabled={isSaving}
        onCheckedChange={(isOn) => void keep({ ...hours, isOn })}
      />
      {hours.isOn && (
        <form
          className="flex flex-wrap items-center gap-2.5"
          onSubmit={(event) => {
            event.preventDefault();
            void keep(hours);
          }}
        >
          <span className="text-muted">From</span>
          <TimeInput
            label="Quiet from"
            value={hours.from}
            onChange={(from) => from && setHours({ ...hours, from })}
          />
          <span className="text-muted">to</span>
          <TimeInput
            label="Quiet until"
            value={hours.to}
            onChange={(to) => to && setHours({ ...hours, to })}
          />
          {isChanged && (
            <Button type="submit" variant="primary" isLoading={isSaving}>
              Save
            </Button>
          )}
        </form>
      )}
      <p className="max-w-[58ch] text-small text-muted">
        Somebody who wrote or called within the last hour is answered at any time. Where several time zones
        are possible, a text waits until it is day in all of them.
      </p>
    </div>
  );
}
