import type { DialStep } from "../../instructions";
import { endQuiet, type LiveCall, type Next, passUntil, round, tell } from "../call";
import { nextAfter } from "./interruption";
import type { Leg, RealLeg } from "./place-leg";

/** How ringing real people came out. `outcomes`: what became of each leg that was not taken. */
export type RealRinging = { winner: Leg | null; stopped: Next | null; declined: ReadonlySet<Leg> };

/** Rings where time is real: until somebody takes it, everybody declined, the caller is gone, or the time is up. */
export async function ringForReal(caller: LiveCall, step: DialStep, legs: Leg[]): Promise<RealRinging> {
  const wasLive = caller.isLive;
  caller.isLive = true;
  const declined = new Set<Leg>();
  const first = firstPick(caller, step, legs, declined);
  for (const leg of legs) leg.person?.start();
  const interruption = await hearRinging(caller, step.timeout, first);
  const winner = interruption === "other" ? await first : null;
  caller.isLive = wasLive || winner?.person != null;
  for (const leg of legs) leg.person?.stop();
  return { winner, stopped: interruption === "other" ? null : nextAfter(interruption), declined };
}

function hearRinging(caller: LiveCall, seconds: number, until: Promise<unknown>) {
  endQuiet(caller);
  const heard = { at: round(caller.seconds), tone: "ringing", seconds, from: "carrier" } as const;
  caller.report.heard.push(heard);
  tell(caller, { type: "heard", heard });
  return passUntil(caller, seconds, "passive", until);
}

/** The first leg that is taken; null once everybody has declined. */
function firstPick(caller: LiveCall, step: DialStep, legs: Leg[], declined: Set<Leg>): Promise<Leg | null> {
  const { promise, resolve } = Promise.withResolvers<Leg | null>();
  const decline = (leg: Leg) => {
    declined.add(leg);
    if (declined.size === legs.length) resolve(null);
  };
  for (const leg of legs) {
    if (leg.person) {
      leg.call.isLive = true;
      void leg.person.line.picked.then((isTaken) => (isTaken ? resolve(leg) : decline(leg as RealLeg)));
      continue;
    }
    const { outcome, after } = leg.behaviour;
    if (after > step.timeout) continue;
    const pace = caller.options.isInteractive ? 1 : caller.options.speed;
    caller.voice.world.schedule((after * 1000) / pace, () =>
      outcome === "answer" ? resolve(leg) : decline(leg),
    );
  }
  return promise;
}
