import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { NewEvent } from "./schema";

/** Called inside the transaction that emits; enqueues a job and does nothing slower. */
export type Subscriber = (sql: Sql, ctx: Ctx, event: NewEvent) => Promise<void>;

/** Which event kinds a higher noun wants to hear of. */
export type Subscription = { to: readonly string[]; tell: Subscriber };

// Node and Next's bundle each load this file once; both must tell the same subscribers.
const home: typeof globalThis & { trunklineSubscribers?: Map<string, Subscriber[]> } = globalThis;

/** Makes these the subscribers of this process; called once at boot. Without it `emit` throws, so that no event is lost on a higher noun. */
export function installSubscribers(subscriptions: readonly Subscription[]): void {
  const byKind = new Map<string, Subscriber[]>();
  for (const { to, tell } of subscriptions) {
    for (const kind of to) byKind.set(kind, [...(byKind.get(kind) ?? []), tell]);
  }
  home.trunklineSubscribers = byKind;
}

/** Those who want to hear of events of this kind. */
export function subscribersOf(kind: string): readonly Subscriber[] {
  if (!home.trunklineSubscribers) {
    throw new AppError("internal", "No subscribers are installed; call installWiring() at boot.");
  }
  return home.trunklineSubscribers.get(kind) ?? [];
}
