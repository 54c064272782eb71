import { type Clock, systemClock } from "./clock";
import { createFaults, type Faults } from "./faults";
import { createLedger, type Ledger } from "./ledger";
import { createNewsBoard, type NewsBoard } from "./news";
import { type Random, systemRandom } from "./random";
import type { Call } from "./records";
import { createStore, type Store } from "./store";

/** Gives life to calls that were made over REST. Plugged in by `simulator/voice`; without it a call stays queued. */
export type CallRunner = {
  /** A call was created: dial it, move its status, send its callbacks. */
  placed(call: Call): void;
  /** New instructions (`Url`, `Twiml`) or an end (`Status`) arrived for a call; an end must show in its status at once. */
  changed(call: Call, change: URLSearchParams): void;
};

/** Everything that one running simulator shares. */
export type World = {
  /** The product's public address; preset webhooks point there. */
  publicUrl: string;
  /** The simulator's own address, set once it listens. Media and recordings live there. */
  ownUrl: string;
  clock: Clock;
  random: Random;
  store: Store;
  ledger: Ledger;
  faults: Faults;
  news: NewsBoard;
  calls: CallRunner;
  /** Does `work` later, unless the simulator was closed by then. */
  schedule(milliseconds: number, work: () => void): void;
  /** Calls off everything scheduled. */
  close(): void;
};

export type WorldOptions = { publicUrl: string; clock?: Clock; random?: Random };

/** A world in which nothing has happened. */
export function createWorld(options: WorldOptions): World {
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  const waiting = new Set<() => void>();
  return {
    publicUrl: options.publicUrl.replace(/\/+$/, ""),
    ownUrl: "",
    clock,
    random,
    store: createStore(),
    ledger: createLedger(clock),
    faults: createFaults(random),
    news: createNewsBoard(),
    calls: { placed() {}, changed() {} },
    schedule(milliseconds, work) {
      const callOff = clock.after(milliseconds, () => {
        waiting.delete(callOff);
        work();
      });
      waiting.add(callOff);
    },
    close() {
      for (const callOff of waiting) callOff();
      waiting.clear();
    },
  };
}
