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
  const never = new Promise<void>(() => {});
  const happened = await passUntil(call, seconds, mode, never);
  return happened === "other" ? null : happened;
}

/** The same, until something `other` comes first; the caller's own doings are then still to come. */
export async function passUntil(
  call: LiveCall,
  seconds: number,
  mode: Mode,
  other: Promise<unknown>,
): Promise<Interruption | null | "other"> {
  if (call.control.pending) return { changed: true };
  const begun = performance.now();
  const reaction = await Promise.race([
    call.line.react({ mode: inWaiting(call, mode), seconds, isLive: call.isLive }),
    call.control.arrived.then(() => ({ changed: true }) as const),
    other.then(() => "other" as const),
  ]);
  if (reaction === "other" || (reaction && "changed" in reaction)) {
    stopWaiting(call, (performance.now() - begun) / 1000, seconds);
    return reaction;
  }
  call.seconds += reaction?.after ?? seconds;
  if (reaction) noteReaction(call, reaction);
  return reaction;
}

/** Only a part of the moment has passed, a longer one where a script hurries. */
function stopWaiting(call: LiveCall, real: number, most: number): void {
  const pace = call.options.isInteractive ? 1 : call.options.speed;
  const passed = Math.min(most, real * pace);
  call.line.stop(passed);
  call.seconds += passed;
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
