import type { AsSet } from "../../ports/numbers";

/** The named settings as they were kept. A method cannot be empty, so one that was not told is not set. */
export function pick(kept: AsSet, names: readonly string[]): Record<string, string> {
  const pairs = names.flatMap((name) => {
    const value = kept[name];
    return value === undefined || (value === "" && name.endsWith("Method")) ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}
