import { timeWords } from "@/components/ui/display/time-words";
import type { EventEntry, InboxDesk } from "@/lib/inbox/schema";

type Reader = { ownName: string; members: InboxDesk["members"]; zone: string };

/** What happened to a conversation, as a sentence without its full stop. */
export function eventSentence(entry: EventEntry, reader: Reader): string {
  const write = sentences[entry.kind];
  return write ? write(entry, reader) : entry.kind.replaceAll("_", " ");
}

const sentences: Record<string, (entry: EventEntry, reader: Reader) => string> = {
  opened: ({ data }) => `Conversation #${String(data.number ?? "")} opened`,
  closed: (entry, reader) => `${who(entry, reader)} closed the conversation`,
  reopened: (entry, reader) =>
    entry.data.by === "customer"
      ? "Opened again by a new message"
      : `${who(entry, reader)} opened the conversation again`,
  snoozed: (entry, reader) => `${who(entry, reader)} snoozed this until ${until(entry, reader)}`,
  woke: ({ data }) => (data.by === "customer" ? "Back because of a new message" : "Back from snoozing"),
  assigned: (entry, reader) => assigned(entry, reader),
  priority_changed: (entry, reader) =>
    `${who(entry, reader)} set the priority to ${String(entry.data.priority ?? "normal")}`,
  tagged: (entry, reader) => tagged(entry, reader),
  opted_out: () => "Texted STOP: messages to this person are blocked",
  opted_in: () => "Texted START: messages are allowed again",
};

function tagged(entry: EventEntry, reader: Reader): string {
  const words = (value: unknown) =>
    Array.isArray(value) && value.length > 0 ? value.map((tag) => `“${tag}”`).join(", ") : null;
  const [added, removed] = [words(entry.data.add), words(entry.data.remove)];
  return [
    who(entry, reader),
    [added && `added the tag ${added}`, removed && `removed the tag ${removed}`]
      .filter(Boolean)
      .join(" and "),
  ].join(" ");
}

function assigned(entry: EventEntry, reader: Reader): string {
  const { to, memberId } = entry.data;
  const actor = who(entry, reader);
  if (to === "nobody") return `${actor} took the assignment away`;
  if (to === "assistant") return `${actor} handed this to the receptionist`;
  const member = reader.members.find(({ id }) => id === memberId)?.name ?? "a colleague";
  if (member === entry.actor.name) return `${actor} took this`;
  return `${actor} assigned this to ${member === reader.ownName ? "you" : member}`;
}

function who({ actor }: EventEntry, { ownName }: Reader): string {
  if (actor.name) return actor.name === ownName ? "You" : actor.name;
  return actorWords[actor.kind] ?? "Trunkline";
}

const actorWords: Record<string, string> = {
  assistant: "The receptionist",
  api_key: "The API",
  user: "A colleague",
  carrier: "The carrier",
  automation: "An automation",
};

function until({ data }: EventEntry, { zone }: Reader): string {
  const moment = new Date(String(data.until));
  return Number.isNaN(moment.getTime()) ? "later" : timeWords(moment, new Date(), zone, "long");
}
