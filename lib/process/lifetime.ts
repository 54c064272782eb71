/** What was started and must be stopped, last started first. */
export type Lifetime = {
  /** Remembers how to stop `part`. */
  onStop(part: string, stop: () => Promise<void> | void): void;
  /** Stops everything once; a part that fails to stop is reported and does not hold up the others. */
  stop(): Promise<void>;
};

/** Keeps the order in which the parts of a process were started. */
export function createLifetime(report: (problem: string) => void = console.error): Lifetime {
  const parts: { part: string; stop: () => Promise<void> | void }[] = [];
  let stopped: Promise<void> | undefined;
  const stopAll = async () => {
    for (const { part, stop } of parts.reverse()) {
      try {
        await stop();
      } catch (error) {
        report(`${part} did not stop cleanly: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  return {
    onStop: (part, stop) => void parts.push({ part, stop }),
    stop: () => {
      stopped ??= stopAll();
      return stopped;
    },
  };
}
