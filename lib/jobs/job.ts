import type { z } from "zod";
import type { Ctx } from "@/lib/kernel/context";

/** What a kind of job is made of. */
export type JobParts<Schema extends z.ZodType> = {
  /** `noun.verb`, such as `messages.deliver`; never renamed while jobs of it may wait. */
  kind: string;
  /** What a job carries, as JSON; ids rather than contents. */
  payload: Schema;
  /**
   * Does the work as the job's tenant. It may run more than once (a worker died, an attempt failed), so it must be
   * idempotent. Throwing makes it run again, after e, e², … e¹⁰ seconds, until its attempts are used up.
   * `signal` aborts when the process stops: long work should then throw, and runs again elsewhere.
   */
  work(ctx: Ctx, payload: z.output<Schema>, signal: AbortSignal): Promise<void>;
  /** Attempts before it counts as failed; default 10, which spreads them over about ten hours. */
  maxAttempts?: number;
};

/** A kind of job, ready to be registered in lib/wiring. */
export type Job = {
  kind: string;
  maxAttempts: number;
  /** Throws when the JSON is not a payload of this kind. */
  check(json: string): void;
  perform(ctx: Ctx, payload: unknown, signal: AbortSignal): Promise<void>;
};

/** Defines a kind of job. */
export function job<Schema extends z.ZodType>(parts: JobParts<Schema>): Job {
  return {
    kind: parts.kind,
    maxAttempts: parts.maxAttempts ?? 10,
    check: (json) => void parts.payload.parse(JSON.parse(json)),
    perform: (ctx, payload, signal) => parts.work(ctx, parts.payload.parse(payload), signal),
  };
}
