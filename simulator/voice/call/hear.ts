import type { Mode, Reaction } from "../line";
import { type LiveCall, round, tell } from "./live-call";
import type { Heard } from "./report";

/** What interrupts a moment: the caller, or another program that changed the call. */
export type Interruption = Reaction | { changed: true };

/** Silence beyond this, with nobody listening, is dead air (PRODUCT.md: audible within 3 s). */
const DEAD_AIR_SECONDS = 3;

type Sound = Omit<Heard, "at">;

/** Lets the caller hear something. Resolves with what cut it short, or null when it was heard to the end. */
export async function hear(call: LiveCall, sound: Sound, mode: Mode): Promise<Interruption | null> {
  endQuiet(call);
  const heard: Heard = { ...sound, at: round(call.seconds) };
  call.report.heard.push(heard);
  tell(call, { type: "heard", heard });
  const interruption = await pass(call, sound.seconds, mode);
  if (interruption && !("changed" in interruption)) heard.cutAfter = round(interruption.after);
  return interruption;
}

/** Lets time pass without a sound of the product's. */
export async function pass(call: LiveCall, seconds: number, mode: Mode): Promise<Interruption | null> {
  if (call.control.pending) return { changed: true };
  const reaction = call.line.react({ mode: inWaiting(call, mode), seconds, isLive: call.isLive });
  const interruption = await Promise.race([
    reaction,
    call.control.arrived.then(() => ({ changed: true }) as const),
  ]);
  const isChanged = interruption !== null && "changed" in interruption;
  if (!isChanged) call.seconds += interruption?.after ?? seconds;
  if (interruption && !("changed" in interruption)) noteReaction(call, interruption);
  return interruption;
}

function inWaiting({ isWaiting }: LiveCall, mode: Mode): Mode {
  return isWaiting && mode === "announcement" ? "passive" : mode;
}

/** Silence that the product is to blame for. */
export function addQuiet(call: LiveCall, seconds: number): void {
  call.quiet += seconds;
}

/** Something is heard, or someone listens, or the call is over: a long silence before it was dead air. */
export function endQuiet(call: LiveCall): void {
  if (call.quiet > DEAD_AIR_SECONDS) {
    call.report.deadAir.push({ at: round(call.seconds - call.quiet), seconds: round(call.quiet) });
  }
  call.quiet = 0;
}

/** Writes down what the caller did. */
export function noteReaction(call: LiveCall, { did }: Reaction): void {
  const done = { at: round(call.seconds), ...did };
  call.report.did.push(done);
  tell(call, { type: "did", did: done });
}

/** How long a text takes to say, at a receptionist's pace. */
export function speakingSeconds(text: string): number {
  return Math.max(0.6, text.length / 15);
}
