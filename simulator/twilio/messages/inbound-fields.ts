import type { Fields } from "../../webhooks/sign-request";
import { mediaOf } from "../../world/new-media";
import type { Message } from "../../world/records";
import type { World } from "../../world/world";
import { geographyFields } from "../api/geography";
import { addressOn } from "./render-message";

/** Values that a test puts in place of Twilio's; null leaves a field out, a list repeats it. */
export type Overrides = Record<string, string | string[] | null>;

/** What Twilio posts about an inbound message. WhatsApp carries a profile and no geography. */
export function inboundFields(world: World, message: Message, profileName: string): Fields {
  const [from, to] = [message.from ?? "", message.to];
  return [
    ...(message.channel === "whatsapp"
      ? []
      : [...geographyFields("To", to), ...geographyFields("From", from)]),
    ["SmsMessageSid", message.sid],
    ["SmsSid", message.sid],
    ["MessageSid", message.sid],
    ["AccountSid", message.accountSid],
    ...serviceField(message),
    ["From", addressOn(message.channel, from)],
    ["To", addressOn(message.channel, to)],
    ["Body", message.body],
    ["SmsStatus", "received"],
    ["NumSegments", String(message.segments)],
    ["NumMedia", String(message.mediaSids.length)],
    ["ReferralNumMedia", "0"],
    ...mediaFields(world, message),
    ...whatsappFields(message, profileName),
    ["ApiVersion", "2010-04-01"],
  ];
}

/** Applies a test's overrides to the fields. */
export function withOverrides(fields: Fields, overrides: Overrides): Fields {
  const kept = fields.filter(([name]) => !(name in overrides));
  const added = Object.entries(overrides).flatMap(([name, value]): Fields => {
    const values = value === null ? [] : Array.isArray(value) ? value : [value];
    return values.map((one) => [name, one]);
  });
  return [...kept, ...added];
}

function serviceField({ messagingServiceSid }: Message): Fields {
  return messagingServiceSid ? [["MessagingServiceSid", messagingServiceSid]] : [];
}

function mediaFields(world: World, message: Message): Fields {
  const uri = `${world.ownUrl}/2010-04-01/Accounts/${message.accountSid}/Messages/${message.sid}/Media`;
  return mediaOf(world, message.mediaSids).flatMap(
    ({ sid, contentType }, index): Fields => [
      [`MediaContentType${index}`, contentType],
      [`MediaUrl${index}`, `${uri}/${sid}`],
    ],
  );
}

function whatsappFields(message: Message, profileName: string): Fields {
  if (message.channel !== "whatsapp") return [];
  const [first] = message.mediaSids;
  return [
    ["ProfileName", profileName],
    ["WaId", (message.from ?? "").replace("+", "")],
    ["MessageType", first ? "image" : "text"],
    [
      "ChannelMetadata",
      JSON.stringify({ type: "whatsapp", data: { context: { ProfileName: profileName } } }),
    ],
  ];
}
