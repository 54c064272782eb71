/** Milliseconds on a clock that all processes of this machine share. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** The value below which `share` (0 to 1) of the values lie; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The usual figures of a run. */
export function summarise(latencies: readonly number[]): Record<"p50" | "p95" | "p99" | "max", number> {
  const at = (share: number) => quantile(latencies, share);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

type OpenLoop = { perSecond: number; seconds: number; send: (index: number) => Promise<unknown> };

/**
 * Sends at fixed moments, whether or not the answers keep up, and measures each from the moment at which it was due: a
 * slow answer cannot hide the ones that it delayed. (autocannon's `overallRate` sends in bursts.) Errors reject.
 */
export async function openLoop({ perSecond, seconds, send }: OpenLoop): Promise<number[]> {
  const latencies: number[] = [];
  const sent: Promise<void>[] = [];
  const begin = performance.now() + 5;
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = begin + (index * 1000) / perSecond;
    await waitUntil(due);
    sent.push(send(index).then(() => void latencies.push(performance.now() - due)));
  }
  await Promise.all(sent);
  return latencies;
}

/** Timers are a millisecond late at best, so the last stretch is waited for awake. */
async function waitUntil(due: number): Promise<void> {
  const rest = due - performance.now();
  if (rest > 2) await new Promise((resolve) => setTimeout(resolve, rest - 1.5));
  while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
}

type Saturate = { connections: number; seconds: number; send: (index: number) => Promise<unknown> };

/** Keeps so many requests on their way for so long; answers per second. Errors reject. */
export async function saturate({ connections, seconds, send }: Saturate): Promise<number> {
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let done = 0;
  let index = 0;
  const work = async () => {
    while (performance.now() < end) {
      index += 1;
      await send(index);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return (done * 1000) / (performance.now() - begin);
}

/** Does each of some things for its part of the time, one after the other; p50 and p95 in milliseconds as `NAME p50`, `NAME p95`. */
export async function timeInTurn(
  deeds: Readonly<Record<string, () => Promise<unknown>>>,
  seconds: number,
): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const [name, deed] of Object.entries(deeds)) {
    const latencies: number[] = [];
    const end = performance.now() + (seconds * 1000) / Object.keys(deeds).length;
    while (performance.now() < end || latencies.length < 5) {
      const begun = performance.now();
      await deed();
      latencies.push(performance.now() - begun);
    }
    figures[`${name} p50`] = quantile(latencies, 0.5);
    figures[`${name} p95`] = quantile(latencies, 0.95);
  }
  return figures;
}
