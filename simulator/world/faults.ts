import type { Random } from "./random";

/** Where a fault strikes: the carriers' REST, status callbacks, or webhooks that deliver something. */
export const faultTargets = ["rest", "callbacks", "webhooks"] as const;
export type FaultTarget = (typeof faultTargets)[number];

/** What goes wrong, per target. */
export const faultKinds = {
  rest: ["latency", "429", "500-before", "500-after", "timeout", "drop"],
  callbacks: ["latency", "timeout", "drop", "duplicate", "reorder", "forge"],
  webhooks: ["latency", "timeout", "drop", "duplicate", "reorder", "forge"],
} as const;
export type FaultKind = (typeof faultKinds)[FaultTarget][number];

/** A standing order to go wrong. Without `times` it holds until it is deleted. */
export type Fault = {
  id: string;
  target: FaultTarget;
  kind: FaultKind;
  match: { path?: string; method?: string; to?: string };
  milliseconds: number | null;
  timesLeft: number | null;
  probability: number;
};

/** What a fault is matched against. */
export type Happening = { target: FaultTarget; path: string; method: string; to: string };

export type Faults = {
  add(fault: Fault): void;
  list(): Fault[];
  clear(): void;
  /** The faults that strike now, oldest first, each used up by one. */
  strike(happening: Happening): Fault[];
};

/** No faults yet. */
export function createFaults(random: Random): Faults {
  let faults: Fault[] = [];
  return {
    add(fault) {
      faults.push(fault);
    },
    list: () => faults,
    clear() {
      faults = [];
    },
    strike(happening) {
      const struck = faults.filter((fault) => matches(fault, happening) && random() < fault.probability);
      for (const fault of struck) if (fault.timesLeft !== null) fault.timesLeft -= 1;
      faults = faults.filter((fault) => fault.timesLeft !== 0);
      return struck;
    },
  };
}

/** `path` is a part of the path, `*` stands for anything; `method` and `to` are compared whole. */
function matches({ target, match }: Fault, happening: Happening): boolean {
  if (target !== happening.target) return false;
  if (match.method && match.method.toUpperCase() !== happening.method) return false;
  if (match.to && match.to !== happening.to) return false;
  return !match.path || pathPattern(match.path).test(happening.path);
}

function pathPattern(path: string): RegExp {
  const parts = path.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(".*"));
}
