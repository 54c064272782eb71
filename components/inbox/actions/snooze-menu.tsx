"use client";
import { AlarmClock, CalendarClock } from "lucide-react";
import { useState } from "react";
import { SnoozeDialog } from "@/components/inbox/actions/snooze-dialog";
import { useGoOn } from "@/components/inbox/actions/use-close-and-go-on";
import { useActions } from "@/components/inbox/data/use-actions";
import { useDesk } from "@/components/inbox/inbox-context";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { useReaderZone } from "@/components/inbox/use-reader-zone";
import { timeWords } from "@/components/ui/display/time-words";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";
import { snoozeChoices } from "@/lib/inbox/rules";
import type { ConversationRow } from "@/lib/inbox/schema";

/** Hides a conversation until later; times are those of the business. */
export function SnoozeMenu({ row }: { row: ConversationRow }) {
  const { timezone } = useDesk();
  const readerZone = useReaderZone();
  const { opened, open, close } = useInboxUi();
  const { snooze } = useActions();
  const goOn = useGoOn();
  const [isPicking, setIsPicking] = useState(false);
  const now = new Date();

  function snoozeUntil(until: Date) {
    goOn(row.id);
    void snooze(row, until);
  }

  return (
    <>
      <Menu
        align="end"
        open={opened === "snooze"}
        onOpenChange={(isOpen) => (isOpen ? open("snooze") : close())}
        trigger={
          <button
            type="button"
            aria-label="Snooze"
            title="Snooze"
            className="grid size-control shrink-0 place-items-center rounded-control text-muted hover:bg-selection hover:text-text"
          >
            <AlarmClock className="size-[18px] max-md:size-5" aria-hidden />
          </button>
        }
      >
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
        <MenuItem icon={<CalendarClock />} onSelect={() => setIsPicking(true)}>
          Pick a day and time…
        </MenuItem>
      </Menu>
      {isPicking && <SnoozeDialog onClose={() => setIsPicking(false)} onPick={snoozeUntil} />}
    </>
  );
}
