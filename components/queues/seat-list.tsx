import { Smartphone } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { Avatar } from "@/components/ui/display/avatar";
import type { SeatView } from "@/lib/queues/schema";
import { seatWords } from "./queue-words";
import { RunningTime } from "./running-time";

const dots = { free: "online", ringing: "away", talking: "busy", resting: "away", away: "offline" } as const;
const inks = {
  ...{ free: "text-good", ringing: "text-accent", talking: "text-text", resting: "text-warn" },
  away: "text-muted",
} as const;

/** The people of a queue and where they are. */
export function SeatList({ seats, label }: { seats: readonly SeatView[]; label: string }) {
  return (
    <ul aria-label={label} className="flex flex-col gap-1 p-2">
      {seats.map((seat) => (
        <li key={seat.seat} className="flex items-center gap-3 rounded-control px-2 py-1.5">
          <Avatar name={seat.label} size="sm" status={dots[seat.state]} />
          <span className="min-w-0 flex-1">
            <span className="block truncate">{seat.label}</span>
            {seat.isPhone && (
              <span className="flex items-center gap-1 text-meta text-muted">
                <Smartphone className="size-3" aria-hidden />
                On their phone
              </span>
            )}
          </span>
          <span className={cx("text-right text-small", inks[seat.state])}>
            {seatWords[seat.state]}
            {seat.since && (seat.state === "talking" || seat.state === "ringing") && (
              <span className="block text-meta text-muted">
                <RunningTime since={seat.since} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
