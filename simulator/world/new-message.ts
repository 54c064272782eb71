import { newSid } from "./random";
import type { Message } from "./records";
import type { World } from "./world";

type Given = Pick<
  Message,
  "carrier" | "accountSid" | "channel" | "direction" | "from" | "to" | "body" | "status" | "segments"
> &
  Partial<Message>;

/** Makes and stores a message. Twilio tells texts (SM) from those with media (MM) by the sid's prefix. */
export function newMessage(world: World, given: Given): Message {
  const now = world.clock.now();
  const hasMedia = Boolean(given.mediaSids?.length || given.mediaUrls?.length);
  const message: Message = {
    sid: newSid(world.random, hasMedia ? "MM" : "SM"),
    errorCode: null,
    errorMessage: null,
    messagingServiceSid: null,
    mediaSids: [],
    mediaUrls: [],
    contentSid: null,
    contentVariables: null,
    price: null,
    priceUnit: "USD",
    statusCallback: null,
    answered: null,
    sendAt: null,
    createdAt: now,
    updatedAt: now,
    sentAt: null,
    ...given,
  };
  world.store.messages.set(message.sid, message);
  return message;
}
