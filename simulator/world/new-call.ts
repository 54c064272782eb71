import { newSid } from "./random";
import type { Call } from "./records";
import type { World } from "./world";

type Given = Pick<Call, "carrier" | "accountSid" | "direction" | "from" | "to" | "status"> & Partial<Call>;

/** Makes and stores one leg of a call. Vobiz names its calls by UUID; give its `sid`. */
export function newCall(world: World, given: Given): Call {
  const now = world.clock.now();
  const call: Call = {
    sid: newSid(world.random, "CA"),
    parentSid: null,
    numberSid: null,
    request: {},
    answeredBy: null,
    forwardedFrom: null,
    callerName: null,
    price: null,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    endedAt: null,
    ...given,
  };
  world.store.calls.set(call.sid, call);
  return call;
}

/** Whether the call is over, one way or another. */
export function isOver({ status }: Call): boolean {
  return ["completed", "busy", "failed", "no-answer", "canceled"].includes(status);
}

/** Seconds between answer and end; null while it lasts. */
export function durationOf({ startedAt, endedAt }: Call): number | null {
  if (!endedAt) return null;
  return startedAt ? Math.round((endedAt.getTime() - startedAt.getTime()) / 1000) : 0;
}
