"use client";
import { AlarmClock, CalendarClock } from "lucide-react";
import { useState } from "react";
import { useDesk } from "@/components/inbox/inbox-context";
import { MomentDialog } from "@/components/inbox/schedule/moment-dialog";
import { whoseClock } from "@/components/inbox/schedule/whose-clock";
import { timeWords } from "@/components/ui/display/time-words";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";
import { snoozeChoices } from "@/lib/inbox/rules";
import type { ConversationView } from "@/lib/inbox/schema";

type ScheduleMenuProps = {
  view: ConversationView;
  isDisabled: boolean;
  onSchedule: (sendAt: Date) => Promise<void>;
};

/** Sends what is written at a better time, on the customer's clock where we know it. */
export function ScheduleMenu({ view, isDisabled, onSchedule }: ScheduleMenuProps) {
  const { timezone } = useDesk();
  const [isPicking, setIsPicking] = useState(false);
  const zone = view.zone ?? timezone;
  const now = new Date();
  return (
    <>
      <Menu
        align="end"
        side="top"
        trigger={
          <button
            type="button"
            aria-label="Schedule"
            title="Schedule"
            disabled={isDisabled}
            className="grid size-control shrink-0 place-items-center rounded-control text-muted hover:bg-selection hover:text-text disabled:opacity-50"
          >
            <CalendarClock className="size-[18px]" aria-hidden />
          </button>
        }
      >
        <MenuLabel>{whoseClock(view, zone)}</MenuLabel>
        {snoozeChoices(now, zone).map(({ label, until }) => (
          <MenuItem key={label} icon={<AlarmClock />} onSelect={() => void onSchedule(until)}>
            <span className="flex justify-between gap-6">
              {label}
              <span className="tabular text-muted">
                {timeWords(until, now, zone, "long").replace(/^(Today|Tomorrow) /, "")}
              </span>
            </span>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem icon={<CalendarClock />} onSelect={() => setIsPicking(true)}>
          Pick a day and time…
        </MenuItem>
      </Menu>
      {isPicking && (
        <MomentDialog
          title="Schedule this message"
          description={`${whoseClock(view, zone)}. You can change it or take it back until then.`}
          zone={zone}
          action="Schedule"
          onPick={async (sendAt) => {
            await onSchedule(sendAt);
            return undefined;
          }}
          onClose={() => setIsPicking(false)}
        />
      )}
    </>
  );
}
