import { mediaOf } from "./new-media";
import type { CarrierName, Channel, Message, MessageStatus } from "./records";
import type { World } from "./world";

/** A message as the phone in someone's hand shows it: `sent` means that this phone sent it. */
export type HandsetMessage = {
  sid: string;
  carrier: CarrierName;
  channel: Channel;
  direction: "sent" | "received";
  phone: string;
  business: string;
  body: string;
  status: MessageStatus;
  errorCode: number | null;
  media: { url: string; contentType: string }[];
  /** For a message that this phone sent: what the product's webhook answered. */
  answered: { status: number; ms: number } | null;
  at: string;
};

/** Renders a message from the phone's side. */
export function handsetView(world: World, message: Message): HandsetMessage {
  const isSent = message.direction === "inbound";
  const media = mediaOf(world, message.mediaSids);
  return {
    sid: message.sid,
    carrier: message.carrier,
    channel: message.channel,
    direction: isSent ? "sent" : "received",
    phone: phoneOf(message),
    business: (isSent ? message.to : message.from) ?? "",
    body: message.body,
    status: message.status,
    errorCode: message.errorCode,
    media: media.map(({ storageName, contentType }) => ({ url: `/storage/${storageName}`, contentType })),
    answered: message.answered && { status: message.answered.status, ms: message.answered.milliseconds },
    at: message.createdAt.toISOString(),
  };
}

/** The phone outside, whichever way the message went. */
export function phoneOf(message: Message): string {
  return message.direction === "inbound" ? (message.from ?? "") : message.to;
}

/** Lets the phone know of a new message or a new state of one. */
export function tellHandset(world: World, message: Message): void {
  world.news.tell({ phone: phoneOf(message), kind: "message", data: handsetView(world, message) });
}

const reaching: MessageStatus[] = ["sent", "delivered", "read", "received"];

/** Whether the phone shows it: what it sent, and what the network brought to it. */
export function isOnHandset(message: Message): boolean {
  return message.direction === "inbound" || reaching.includes(message.status);
}
