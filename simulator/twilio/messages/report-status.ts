import { deliverWebhook } from "../../webhooks/deliver-webhook";
import type { Fields } from "../../webhooks/sign-request";
import type { Account, Message } from "../../world/records";
import type { World } from "../../world/world";
import { addressOn } from "./render-message";

/** The callback before this one, per message: they leave in order, unless a fault holds one back. */
const before = new WeakMap<Message, Promise<void>>();

/** Tells the message's StatusCallback its present state. */
export function reportStatus(world: World, account: Account, message: Message): void {
  const url = message.statusCallback;
  if (!url) return;
  const fields = statusFields(message);
  const turn = before.get(message) ?? Promise.resolve();
  before.set(
    message,
    turn.then(() => deliverInTurn(world, account, message, url, fields)),
  );
}

async function deliverInTurn(
  world: World,
  account: Account,
  message: Message,
  url: string,
  fields: Fields,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const about = {
      event: "message.status",
      target: "callbacks",
      about: message.sid,
      to: message.to,
    } as const;
    deliverWebhook(world, { account, url, method: "POST", fields, ...about, onHeldBack: resolve }).then(() =>
      resolve(),
    );
  });
}

function statusFields(message: Message): Fields {
  const { sid, status, accountSid, channel, messagingServiceSid, errorCode } = message;
  const to = addressOn(channel, message.to);
  return [
    ["MessageSid", sid],
    ["SmsSid", sid],
    ["MessageStatus", status],
    ["SmsStatus", status],
    ["AccountSid", accountSid],
    ["From", addressOn(channel, message.from ?? "")],
    ["To", to],
    ["ApiVersion", "2010-04-01"],
    ...optional("MessagingServiceSid", messagingServiceSid),
    ...optional("ErrorCode", errorCode === null ? null : String(errorCode)),
    ...(channel === "whatsapp" ? channelFields(status, to) : []),
  ];
}

function channelFields(status: string, to: string): Fields {
  const event: Fields =
    status === "read" || status === "delivered" ? [["EventType", status.toUpperCase()]] : [];
  return [["ChannelPrefix", "whatsapp"], ["ChannelToAddress", to], ...event];
}

function optional(name: string, value: string | null): Fields {
  return value === null ? [] : [[name, value]];
}
