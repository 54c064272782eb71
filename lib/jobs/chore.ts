/** Work without a tenant that comes round again and again: sweeping, pruning, looking for what is due. */
export type Chore = {
  /** `noun.verb`, such as `events.prune`. */
  kind: string;
  /** Milliseconds between two runs, counted from 1970: each multiple is one slot, done by one process. At least 1,000. */
  everyMs: number;
  /** Does the work, across tenants where it must; per-tenant work belongs into jobs that it enqueues. Idempotent. */
  work(signal: AbortSignal): Promise<void>;
};
