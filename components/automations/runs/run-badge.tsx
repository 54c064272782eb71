import { AlarmClock, CircleAlert, CircleCheck, CircleDashed, CircleMinus, OctagonX } from "lucide-react";
import { Tag, type TagTone } from "@/components/ui/display/tag";
import type { RunStatus } from "@/lib/automations/schema";

const faces: Record<RunStatus, { icon: typeof CircleCheck; word: string; tone: TagTone }> = {
  running: { icon: CircleDashed, word: "At work", tone: "accent" },
  waiting: { icon: AlarmClock, word: "Waits", tone: "quiet" },
  done: { icon: CircleCheck, word: "Done", tone: "good" },
  skipped: { icon: CircleMinus, word: "Skipped", tone: "quiet" },
  stopped: { icon: OctagonX, word: "Stopped", tone: "warn" },
  failed: { icon: CircleAlert, word: "Not all of it worked", tone: "bad" },
};

/** How a run ended, as icon and word. */
export function RunBadge({ status }: { status: RunStatus }) {
  const { icon: Icon, word, tone } = faces[status];
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {word}
    </Tag>
  );
}
