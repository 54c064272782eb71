import { database } from "./database";

/** Turns what piled up on one channel into payloads of at most 8,000 bytes each (PostgreSQL's limit). */
export type PackNotes = (notes: readonly string[]) => string[];

type Notifier = { waiting: Map<string, { notes: string[]; pack: PackNotes }>; isSending: boolean };

/** The first note goes at once; those that come while it is on its way, and this long after it, go together. */
const GAP_MS = 2;

const home: typeof globalThis & { trunklineNotifier?: Notifier } = globalThis;

/**
 * Sends NOTIFY to other processes, batched, in a statement of its own. Call it after the commit: a NOTIFY inside a
 * transaction makes all committing transactions of the server queue up. A note may be lost (the process may die between
 * commit and note, the database may be gone), so listeners also look for themselves now and then.
 */
export function notifySoon(channel: string, note: string, pack: PackNotes): void {
  home.trunklineNotifier ??= { waiting: new Map(), isSending: false };
  const notifier = home.trunklineNotifier;
  const queue = notifier.waiting.get(channel);
  if (queue) queue.notes.push(note);
  else notifier.waiting.set(channel, { notes: [note], pack });
  if (!notifier.isSending) void sendAll(notifier);
}

async function sendAll(notifier: Notifier): Promise<void> {
  notifier.isSending = true;
  while (notifier.waiting.size > 0) {
    const batch = [...notifier.waiting];
    notifier.waiting.clear();
    const payloads = batch.flatMap(([channel, { notes, pack }]) =>
      pack(notes).map((text) => [channel, text]),
    );
    try {
      await database().platform.pool.query({
        name: "notify",
        text: "SELECT pg_notify(n.channel, n.payload) FROM unnest($1::text[], $2::text[]) AS n (channel, payload)",
        values: [payloads.map(([channel]) => channel), payloads.map(([, payload]) => payload)],
      });
    } catch {} // The database is gone or closed; listeners look for themselves when it is back.
    await new Promise((resolve) => setTimeout(resolve, GAP_MS));
  }
  notifier.isSending = false;
}
