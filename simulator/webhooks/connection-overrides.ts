/** When a failed attempt is repeated: 4xx, 5xx, ct (could not connect), rt (answer too slow). */
export type RetryReason = "4xx" | "5xx" | "ct" | "rt";

/** How patient a webhook is; times in milliseconds. */
export type ConnectionSettings = {
  connectMs: number;
  readMs: number;
  totalMs: number;
  retries: number;
  retryOn: RetryReason[];
};

const defaults: ConnectionSettings = {
  connectMs: 5_000,
  readMs: 15_000,
  totalMs: 15_000,
  retries: 1,
  retryOn: ["ct"],
};

/**
 * Splits a webhook URL from the connection overrides in its fragment, as in `#rc=3&rp=5xx,ct,rt`.
 * Values outside Twilio's limits are brought back into them; unknown keys are ignored.
 */
export function readConnectionOverrides(webhookUrl: string): { url: string; settings: ConnectionSettings } {
  const at = webhookUrl.indexOf("#");
  if (at < 0) return { url: webhookUrl, settings: defaults };
  const given = new URLSearchParams(webhookUrl.slice(at + 1));
  const settings = {
    connectMs: within(given.get("ct"), 100, 10_000, defaults.connectMs),
    readMs: within(given.get("rt"), 100, 15_000, defaults.readMs),
    totalMs: within(given.get("tt"), 100, 15_000, defaults.totalMs),
    retries: within(given.get("rc"), 0, 5, defaults.retries),
    retryOn: readReasons(given.get("rp")),
  };
  return { url: webhookUrl.slice(0, at), settings };
}

function within(given: string | null, least: number, most: number, fallback: number): number {
  if (given === null || !/^\d+$/.test(given)) return fallback;
  return Math.min(most, Math.max(least, Number(given)));
}

function readReasons(given: string | null): RetryReason[] {
  if (given === null) return defaults.retryOn;
  const all: RetryReason[] = ["4xx", "5xx", "ct", "rt"];
  const named = given.split(",");
  return named.includes("all") ? all : all.filter((reason) => named.includes(reason));
}
