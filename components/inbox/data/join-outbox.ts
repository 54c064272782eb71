import type { Entry } from "@/lib/inbox/schema";
import type { MessageView } from "@/lib/messages/schema";
import type { Outgoing } from "./outbox";

/** An entry of a thread. `key` stays the same while a message goes from "just written" to "on the server". */
export type ThreadEntry = { key: string; entry: Entry; outgoing?: Outgoing };

const clockSkewMs = 30_000;

/**
 * The thread with what is just being sent at its end. The server may show a message before it has answered the request
 * that sent it; then the two are recognised as one by author, channel and words, so that nothing is seen twice.
 */
export function joinOutbox(entries: Entry[], outbox: readonly Outgoing[], userId: string): ThreadEntry[] {
  const twins = new Map<string, Outgoing>();
  for (const outgoing of outbox) {
    const twin = entries.find((entry) => !twins.has(entry.id) && isTwin(entry, outgoing, userId));
    if (twin) twins.set(twin.id, outgoing);
  }
  const arrived = new Set([...twins.values()].map(({ key }) => key));
  return [
    ...entries.map((entry) => ({ key: twins.get(entry.id)?.key ?? keyOf(entry), entry })),
    ...outbox
      .filter(({ key }) => !arrived.has(key))
      .map((outgoing) => ({ key: outgoing.key, entry: asEntry(outgoing, userId), outgoing })),
  ];
}

// A message keeps the key under which it was first shown, also after it has left the outbox.
const keys = new Map<string, string>();

/** Remembers under which key a message was shown before the server named it. */
export function rememberKey(id: string, key: string) {
  keys.set(id, key);
}

function keyOf(entry: Entry): string {
  return keys.get(entry.id) ?? entry.id;
}

function isTwin(entry: Entry, outgoing: Outgoing, userId: string): boolean {
  if (entry.type !== "message" && entry.type !== "note") return false;
  if (outgoing.sentAs) return entry.id === outgoing.sentAs;
  return (
    entry.author.id === userId &&
    entry.channel === outgoing.channel &&
    entry.body === outgoing.body.trim() &&
    entry.media.length === outgoing.media.length &&
    Date.parse(entry.at) > Date.parse(outgoing.at) - clockSkewMs &&
    !keys.has(entry.id)
  );
}

function asEntry(outgoing: Outgoing, userId: string): MessageView {
  const { key, conversationId, channel, body, media, at, state } = outgoing;
  const isNote = channel === "note";
  return {
    type: isNote ? "note" : "message",
    id: key,
    conversationId,
    customerId: "",
    direction: isNote ? "internal" : "outbound",
    channel,
    body,
    status: state === "unsent" ? "unsent" : isNote ? "noted" : "queued",
    error: null,
    author: { kind: "member", id: userId, name: null },
    from: outgoing.from ?? null,
    to: null,
    carrier: null,
    carrierSid: null,
    encoding: null,
    segments: 0,
    price: null,
    media,
    repeatedAs: null,
    location: null,
    at,
    sentAt: null,
    deliveredAt: null,
    sendAt: null,
    suggestion: null,
  };
}
