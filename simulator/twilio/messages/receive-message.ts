import { type Delivery, deliverWebhook, type Webhook } from "../../webhooks/deliver-webhook";
import type { Fields } from "../../webhooks/sign-request";
import { tellHandset } from "../../world/handset-view";
import { newMedia } from "../../world/new-media";
import { newMessage } from "../../world/new-message";
import { newUuid } from "../../world/random";
import type { Account, Channel, IncomingNumber, Message } from "../../world/records";
import type { World } from "../../world/world";
import { countSegments } from "./count-segments";
import { inboundFields, type Overrides, withOverrides } from "./inbound-fields";
import { type InboundTarget, inboundTarget } from "./inbound-url";
import { obeyKeyword } from "./keywords";
import { readMessagingResponse } from "./read-messaging-response";
import { replyToHandset } from "./reply-to-handset";

/** What a phone sends to a business number. */
export type Inbound = {
  account: Account;
  number: IncomingNumber;
  from: string;
  channel: Channel;
  body: string;
  media: { contentType: string; data: Buffer }[];
  profileName: string;
  overrides: Overrides;
  signature: "genuine" | "forged" | "none";
  /** Deliver the same event this many times at once. */
  repeat: number;
};

export type Received = { message: Message; url: string; fields: Fields; deliveries: Delivery[] };

/** Takes a message from a phone, delivers it to the product and sends on what the product's TwiML says. */
export async function receiveMessage(world: World, inbound: Inbound): Promise<Received> {
  const { account, number, overrides } = inbound;
  const target = inboundTarget(world.store, number, inbound.channel);
  const message = store(world, inbound, target.serviceSid);
  const ownAnswer = inbound.channel === "sms" ? obeyKeyword(world, number, inbound.from, inbound.body) : null;
  if (ownAnswer)
    replyToHandset(world, account, number, message, { body: ownAnswer, mediaUrls: [], by: "twilio" });
  const fields = withOverrides(inboundFields(world, message, inbound.profileName), overrides);
  const deliveries = target.url ? await deliver(world, inbound, message, target, fields) : [];
  noteAnswer(world, message, deliveries[0]);
  for (const delivery of deliveries) followTwiml(world, inbound, message, delivery);
  return { message, url: target.url, fields, deliveries };
}

function store(world: World, inbound: Inbound, messagingServiceSid: string | null): Message {
  const { account, number, from, channel, body, media } = inbound;
  const segments = channel === "whatsapp" ? 1 : countSegments(body);
  const place = {
    carrier: "twilio",
    accountSid: account.sid,
    channel,
    from,
    to: number.phoneNumber,
  } as const;
  const message = newMessage(world, {
    ...place,
    direction: "inbound",
    body,
    status: "received",
    segments,
    messagingServiceSid,
  });
  message.mediaSids = media.map(
    (file) => newMedia(world, { ...file, accountSid: account.sid, messageSid: message.sid }).sid,
  );
  if (channel === "whatsapp")
    world.store.whatsappHeard.set(`${number.phoneNumber}|${from}`, world.clock.now());
  world.ledger.write("message.received", { ...place, sid: message.sid, body, media: media.length });
  tellHandset(world, message);
  return message;
}

async function deliver(
  world: World,
  inbound: Inbound,
  message: Message,
  target: InboundTarget,
  fields: Fields,
): Promise<Delivery[]> {
  const { account, number, signature } = inbound;
  const told = {
    event: "message.inbound",
    target: "webhooks",
    about: message.sid,
    to: number.phoneNumber,
  } as const;
  const idempotencyToken = newUuid(world.random);
  const webhook = {
    account,
    url: target.url,
    method: target.method,
    fields,
    signature,
    idempotencyToken,
    ...told,
  };
  const times = Array.from({ length: inbound.repeat }, () => deliverWithFallback(world, webhook, target));
  return Promise.all(times);
}

/** Anything but 2xx sends Twilio to the fallback URL at once, with the reason. */
async function deliverWithFallback(world: World, webhook: Webhook, target: InboundTarget): Promise<Delivery> {
  const delivery = await deliverWebhook(world, webhook);
  if (delivery.dropped || isAccepted(delivery) || !target.fallbackUrl) return delivery;
  const reason: Fields = [
    ["ErrorCode", "11200"],
    ["ErrorUrl", delivery.url],
  ];
  const fields = [...webhook.fields, ...reason];
  return deliverWebhook(world, {
    ...webhook,
    url: target.fallbackUrl,
    method: target.fallbackMethod,
    fields,
  });
}

function noteAnswer(world: World, message: Message, delivery: Delivery | undefined): void {
  if (!delivery) return;
  message.answered = { status: delivery.status, milliseconds: delivery.ms };
  tellHandset(world, message);
}

function followTwiml(world: World, inbound: Inbound, message: Message, delivery: Delivery): void {
  if (!isAccepted(delivery) || !delivery.body.trim()) return;
  const answers = readMessagingResponse(delivery.body);
  if (!answers) {
    world.ledger.write("debugger.error", {
      carrier: "twilio",
      code: 12100,
      about: message.sid,
      url: delivery.url,
    });
    return;
  }
  for (const { body, mediaUrls } of answers) {
    replyToHandset(world, inbound.account, inbound.number, message, { body, mediaUrls, by: "twiml" });
  }
}

function isAccepted({ status }: Delivery): boolean {
  return status >= 200 && status < 300;
}
