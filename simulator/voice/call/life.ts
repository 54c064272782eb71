import { isOver } from "../../world/new-call";
import type { CallStatus } from "../../world/records";
import type { LifeMoment } from "./call-event";
import { callDate, type End, type LiveCall, round, tell } from "./live-call";
import { notify } from "./request";

const ranks: Record<CallStatus, number> = {
  queued: 0,
  initiated: 1,
  ringing: 2,
  "in-progress": 3,
  completed: 4,
  busy: 4,
  failed: 4,
  "no-answer": 4,
  canceled: 4,
};

/** Moves a leg to a status, never backwards, and tells the product if it asked to know of the moment. */
export async function enter(call: LiveCall, status: CallStatus, moment: LifeMoment | null): Promise<void> {
  const { record } = call;
  if (ranks[status] < ranks[record.status] || isOver(record)) return;
  if (moment && call.announced.has(moment)) return;
  record.status = status;
  record.updatedAt = callDate(call);
  if (status === "in-progress" && call.answeredAt === null) {
    call.answeredAt = call.seconds;
    record.startedAt = callDate(call);
  }
  if (isOver(record)) record.endedAt = callDate(call);
  call.voice.world.ledger.write(`call.${status}`, { carrier: record.carrier, sid: record.sid });
  tell(call, { type: "state", status, at: round(call.seconds) });
  if (moment) await announceMoment(call, moment);
}

/** Sends the status callbacks of a moment, once. */
export async function announceMoment(call: LiveCall, moment: LifeMoment): Promise<void> {
  if (call.announced.has(moment)) return;
  call.announced.add(moment);
  for (const { target, moments } of call.routing.callbacks) {
    if (!moments.includes(moment)) continue;
    const sequence = call.callbacks;
    call.callbacks += 1;
    await notify(call, target, { kind: "life", moment, sequence });
  }
}

/** Seconds that the leg was connected. */
export function talkedSeconds(call: LiveCall): number {
  return call.answeredAt === null ? 0 : Math.round(call.seconds - call.answeredAt);
}

export function endedBy(by: End["by"], why: string): End {
  return { kind: "end", by, why };
}
