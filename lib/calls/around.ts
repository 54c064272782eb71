import type { CarrierName } from "@/lib/carriers";
import type { Around } from "@/lib/flows";
import type { Clock } from "@/lib/kernel/clock";
import { isOpenAt } from "@/lib/receptionist";
import type { LockedCall } from "./keep-state";
import { linksOf } from "./links";

/** What the flow may look at, for a call as it stands now. */
export function aroundOf(
  call: Pick<LockedCall, "setup" | "kept" | "startedAt" | "toAddress">,
  place: { carrier: CarrierName; slug: string; ticket?: string; clock: Clock },
): Around {
  const { receptionist, facts, targets } = call.setup;
  const now = place.clock.now();
  return {
    isOpen: isOpenAt(facts, now),
    elapsedSeconds: (now.getTime() - new Date(call.startedAt).getTime()) / 1000,
    talk: receptionist.talk,
    voice: receptionist.voice,
    greeting: receptionist.greeting,
    languages: receptionist.languages,
    recording: receptionist.recording,
    limits: receptionist.limits,
    callerId: call.toAddress,
    targets,
    links: linksOf({ ...place, turn: call.kept.told + 1 }),
  };
}
