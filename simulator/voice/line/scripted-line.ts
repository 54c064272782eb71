import type { Act, Line, Mode, Moment, Reaction } from "./line";

export type ScriptOptions = {
  /** How many seconds of the call pass per real second while other programs act. */
  speed: number;
  /** Seconds of the call that a caller with nothing left to do stays on the line. */
  patience: number;
  sleep: (milliseconds: number) => Promise<void>;
};

/** A caller who follows a script in the call's own time: nothing is slept through except live moments. */
export function scriptedLine(script: Act[], options: ScriptOptions): Line {
  const person = new ScriptedPerson(script, options.patience);
  return {
    async react(moment) {
      const reaction = person.react(moment);
      const passed = reaction?.after ?? moment.seconds;
      if (moment.isLive) await options.sleep((passed / options.speed) * 1000);
      return reaction;
    },
    stop: (passed) => person.takeBack(passed),
  };
}

type Memory = { acts: Act[]; patience: number; waited: number; moment: Moment };

class ScriptedPerson {
  #acts: Act[];
  #patience: number;
  /** Seconds since the first act in the list became the next one. */
  #waited = 0;
  #before: Memory | null = null;

  constructor(script: Act[], patience: number) {
    this.#acts = [...script];
    this.#patience = patience;
  }

  /** The last moment was shorter than it was said to be: goes back to its beginning and lives that much of it. */
  takeBack(passed: number): void {
    if (!this.#before) return;
    const { acts, patience, waited, moment } = this.#before;
    this.#acts = acts;
    this.#patience = patience;
    this.#waited = waited;
    this.react({ ...moment, seconds: Math.min(passed, moment.seconds) });
    this.#before = null;
  }

  react(moment: Moment): Reaction | null {
    this.#before = { acts: [...this.#acts], patience: this.#patience, waited: this.#waited, moment };
    for (let passed = 0; ; ) {
      const left = moment.seconds - passed;
      const act = this.#acts[0];
      if (!act) return this.#loseInterest(moment, passed, left);
      const due = this.#dueIn(act, moment);
      if (due > left || (due === left && "wait" in act)) {
        this.#waited += left;
        return null;
      }
      this.#acts.shift();
      this.#waited = 0;
      passed += due;
      if (!("wait" in act)) return { after: passed, did: withoutTiming(act) };
    }
  }

  /** Seconds until the act happens in this kind of moment; infinite when it is not the time for it. */
  #dueIn(act: Act, { mode }: Moment): number {
    const delay = "wait" in act ? act.wait : act.after;
    const remaining = Math.max(0, (delay ?? 0) - this.#waited);
    return isTimeFor(act, mode) ? remaining : Number.POSITIVE_INFINITY;
  }

  #loseInterest({ mode }: Moment, passed: number, left: number): Reaction | null {
    const isSpokenTo = mode === "prompt" || mode === "announcement";
    if (!isSpokenTo && left >= this.#patience)
      return { after: passed + this.#patience, did: { hangUp: true } };
    if (!isSpokenTo) this.#patience -= left;
    return null;
  }
}

/** A timed act happens whatever is going on; the others wait for their turn to come. */
function isTimeFor(act: Act, mode: Mode): boolean {
  const isTimed = "wait" in act || act.after !== undefined;
  if (mode === "listening" || mode === "talking") return true;
  if (mode === "recording") return isTimed || !("say" in act);
  if (mode === "prompt") return isTimed && !("wait" in act);
  if (mode === "passive") return isTimed || "hangUp" in act;
  return isTimed && "hangUp" in act;
}

function withoutTiming(act: Exclude<Act, { wait: number }>): Reaction["did"] {
  if ("say" in act) return { say: act.say };
  return "press" in act ? { press: act.press } : { hangUp: true };
}
