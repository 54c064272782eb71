import { newMessage } from "../../world/new-message";
import type { Account, IncomingNumber, Message } from "../../world/records";
import type { World } from "../../world/world";
import { advanceMessage } from "./advance-message";
import { countSegments } from "./count-segments";

/** A message that answers an inbound one without the REST API: from TwiML, or Twilio's own word on STOP. */
export type Answer = { body: string; mediaUrls: string[]; by: "twiml" | "twilio" };

/** Sends it to the phone that wrote. It has no status callback. */
export function replyToHandset(
  world: World,
  account: Account,
  number: IncomingNumber,
  inbound: Message,
  answer: Answer,
): Message {
  const segments = inbound.channel === "whatsapp" ? 1 : countSegments(answer.body);
  const message = newMessage(world, {
    carrier: "twilio",
    accountSid: account.sid,
    channel: inbound.channel,
    direction: "outbound-reply",
    from: number.phoneNumber,
    to: inbound.from ?? "",
    body: answer.body,
    status: "queued",
    segments,
    mediaUrls: answer.mediaUrls,
  });
  const { carrier, sid, accountSid, channel, from, to, body } = message;
  const kind = answer.by === "twiml" ? "message.sent" : "message.auto_replied";
  world.ledger.write(kind, {
    carrier,
    sid,
    accountSid,
    channel,
    from,
    to,
    body,
    segments,
    inReplyTo: inbound.sid,
  });
  advanceMessage(world, account, message, { sender: number, segments });
  return message;
}
