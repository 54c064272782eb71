import type { Subscription } from "@/lib/events";

/** Which higher noun hears of what: event kinds, and the function that enqueues its job. */
export const subscriptions: readonly Subscription[] = [];
