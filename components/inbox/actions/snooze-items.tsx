"use client";
import { AlarmClock, CalendarClock } from "lucide-react";
import { useGoOn } from "@/components/inbox/actions/use-close-and-go-on";
import { useActions } from "@/components/inbox/data/use-actions";
import { useDesk } from "@/components/inbox/inbox-context";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { useReaderZone } from "@/components/inbox/use-reader-zone";
import { timeWords } from "@/components/ui/display/time-words";
import { MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";
import { snoozeChoices } from "@/lib/inbox/rules";
import type { ConversationRow } from "@/lib/inbox/schema";

/** Until when a conversation can be hidden, as lines of a menu; times are those of the business. */
export function SnoozeItems({ row }: { row: ConversationRow }) {
  const { timezone } = useDesk();
  const readerZone = useReaderZone();
  const snoozeUntil = useSnoozeAndGoOn(row);
  const { open } = useInboxUi();
  const now = new Date();
  return (
    <>
      <MenuLabel>Snooze until</MenuLabel>
      {snoozeChoices(now, timezone).map(({ label, until }) => (
        <MenuItem key={label} icon={<AlarmClock />} onSelect={() => snoozeUntil(until)}>
          <span className="flex justify-between gap-6">
            {label}
            <span className="tabular text-muted">
              {timeWords(until, now, timezone, "long", readerZone).replace(/^(Today|Tomorrow) /, "")}
            </span>
          </span>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={<CalendarClock />} onSelect={() => open("snooze-dialog")}>
        Pick a day and time…
      </MenuItem>
    </>
  );
}

/** Snoozes a conversation and opens the next one. */
export function useSnoozeAndGoOn(row: ConversationRow) {
  const { snooze } = useActions();
  const goOn = useGoOn();
  return (until: Date) => {
    goOn(row.id);
    void snooze(row, until);
  };
}
