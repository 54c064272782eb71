"use client";
import { useQuery } from "@tanstack/react-query";
import { AlarmClock } from "lucide-react";
import { useState } from "react";
import { conversationQuery } from "@/components/inbox/data/queries";
import { useDesk } from "@/components/inbox/inbox-context";
import { MomentDialog } from "@/components/inbox/schedule/moment-dialog";
import { useSchedule } from "@/components/inbox/schedule/use-schedule";
import { whoseClock } from "@/components/inbox/schedule/whose-clock";
import { Button } from "@/components/ui/action/button";
import { fullWords, timeWords } from "@/components/ui/display/time-words";
import { useNow } from "@/components/ui/display/use-now";
import type { MessageView } from "@/lib/messages/schema";

/** Under a message that waits for its time: when it leaves, and changing one's mind. */
export function ScheduledLine({ entry, sendAt }: { entry: MessageView; sendAt: string }) {
  const { timezone } = useDesk();
  const { data: view } = useQuery(conversationQuery(entry.conversationId));
  const { move, takeBack } = useSchedule(entry);
  const [isEditing, setIsEditing] = useState(false);
  const now = new Date(useNow() ?? Date.now());
  const zone = view?.zone ?? timezone;
  const moment = new Date(sendAt);
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-x-2 gap-y-1 px-0.5 text-meta text-muted">
      <span className="inline-flex items-center gap-1.5">
        <AlarmClock className="size-3.5" aria-hidden />
        <time dateTime={sendAt} title={fullWords(moment, zone)} suppressHydrationWarning>
          Leaves {timeWords(moment, now, zone, "long").replace(/^T/, "t")}
          {view?.zone ? " their time" : ""}
        </time>
      </span>
      <Button size="sm" variant="ghost" onClick={() => setIsEditing(true)}>
        Change
      </Button>
      <Button size="sm" variant="ghost" onClick={() => void takeBack()}>
        Take back
      </Button>
      {isEditing && (
        <MomentDialog
          title="Change the scheduled message"
          description={view ? `${whoseClock(view, zone)}.` : ""}
          zone={zone}
          action="Save"
          at={sendAt}
          body={entry.body}
          onPick={move}
          onClose={() => setIsEditing(false)}
        />
      )}
    </div>
  );
}
