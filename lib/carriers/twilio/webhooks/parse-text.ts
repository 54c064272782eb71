import { z } from "zod";
import { duplicated, type Fields, first } from "../../ports/fields";
import type { WebhookRequest } from "../../ports/webhook-request";
import type { InboundText, NumberPlace, Parsed, TextStatusUpdate } from "../../ports/webhooks";
import { readChannel } from "../facts/addresses";
import { readTextStatus } from "../facts/statuses";

const longestBody = 20_000;
const mostMedia = 10;
const guardedNames = ["From", "To", "Body", "MessageSid", "AccountSid", "MessagingServiceSid", "WaId"];

const messageSid = z.string().regex(/^(SM|MM)[0-9a-fA-F]{32}$/);
const account = z.string().regex(/^AC[0-9a-fA-F]{32}$/);

const inbound = z.object({
  sid: messageSid,
  accountId: account,
  from: z.string().min(1),
  to: z.string().min(1),
});

/** Reads an inbound SMS, MMS or WhatsApp text (contract §1.8, §1.9). Unknown fields are ignored, missing ones are "". */
export function parseTwilioText(request: WebhookRequest): Parsed<InboundText> {
  const { fields } = request;
  const core = inbound.safeParse({
    sid: readSid(fields),
    accountId: first(fields, "AccountSid"),
    from: readAddress(fields, "From"),
    to: readAddress(fields, "To"),
  });
  if (!core.success) return { ok: false, reason: `not a message: ${core.error.issues[0]?.path.join(".")}` };
  const channel = readChannel(core.data.from);
  if (!channel) return { ok: false, reason: "unsupported channel" };
  return {
    ok: true,
    value: {
      ...core.data,
      channel,
      fromPhone: readSenderPhone(core.data.from, first(fields, "WaId")),
      body: first(fields, "Body", longestBody),
      media: readMedia(fields),
      segments: readCount(fields, "NumSegments") || 1,
      pool: first(fields, "MessagingServiceSid"),
      profileName: first(fields, "ProfileName", 200),
      isForwarded: first(fields, "Forwarded") === "true" || first(fields, "FrequentlyForwarded") === "true",
      duplicated: duplicated(fields, guardedNames),
      ...readExtras(fields),
    },
  };
}

/** Reads a delivery state (contract §1.10). A state word that is new to us is refused; the raw event is kept anyway. */
export function parseTwilioTextStatus(request: WebhookRequest): Parsed<TextStatusUpdate> {
  const { fields } = request;
  const sid = messageSid.safeParse(readSid(fields));
  if (!sid.success) return { ok: false, reason: "not a message status: sid" };
  const status = readTextStatus(first(fields, "MessageStatus") || first(fields, "SmsStatus"));
  if (!status) return { ok: false, reason: "unknown status" };
  const to = readAddress(fields, "To");
  const errorCode = first(fields, "ErrorCode", 20);
  return {
    ok: true,
    value: {
      sid: sid.data,
      accountId: first(fields, "AccountSid"),
      channel: readChannel(to) ?? "sms",
      status,
      from: readAddress(fields, "From"),
      to,
      ...(errorCode === "" || errorCode === "0" ? {} : { errorCode }),
    },
  };
}

function readSid(fields: Fields): string {
  return first(fields, "MessageSid") || first(fields, "SmsSid") || first(fields, "SmsMessageSid");
}

// A plus sign that a careless sender did not encode arrives as a space: " 15551234567".
function readAddress(fields: Fields, name: string): string {
  const value = first(fields, name, 255);
  return /^ \d{7,}$/.test(value) ? `+${value.trim()}` : value.trim();
}

// WhatsApp may hide the number behind a username; WaId then is missing or no number at all.
function readSenderPhone(from: string, waId: string): string {
  const bare = from.replace(/^whatsapp:/i, "");
  if (/^\+[1-9]\d{6,14}$/.test(bare)) return bare;
  return /^[1-9]\d{6,14}$/.test(waId) ? `+${waId}` : "";
}

function readMedia(fields: Fields): InboundText["media"] {
  const count = Math.min(readCount(fields, "NumMedia"), mostMedia);
  return Array.from({ length: count }, (_, index) => ({
    url: first(fields, `MediaUrl${index}`),
    contentType: first(fields, `MediaContentType${index}`, 200).toLowerCase(),
  })).filter((media) => media.url !== "");
}

function readCount(fields: Fields, name: string): number {
  const text = first(fields, name, 10);
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

function readExtras(fields: Fields): Partial<InboundText> {
  const extras: Partial<InboundText> = {};
  const place = readPlace(fields, "From");
  if (place) extras.place = place;
  const optOut = optOutTypes.safeParse(first(fields, "OptOutType").toLowerCase());
  if (optOut.success) extras.optOut = optOut.data;
  const text = first(fields, "ButtonText");
  const payload = first(fields, "ButtonPayload");
  if (text || payload) extras.button = { text, payload };
  const sid = first(fields, "OriginalRepliedMessageSid");
  if (sid) extras.repliedTo = { sid, sender: first(fields, "OriginalRepliedMessageSender") };
  return { ...extras, ...readLocation(fields), ...readReferral(fields) };
}

const optOutTypes = z.enum(["stop", "start", "help"]);

/** Where a number is from: FromCity, FromState, FromZip, FromCountry; undefined when Twilio does not know. */
export function readPlace(fields: Fields, side: "From" | "To"): NumberPlace | undefined {
  const city = first(fields, `${side}City`, 100);
  const state = first(fields, `${side}State`, 100);
  const country = first(fields, `${side}Country`, 100);
  return city || state || country
    ? { city, state, zip: first(fields, `${side}Zip`, 20), country }
    : undefined;
}

function readLocation(fields: Fields): Pick<InboundText, "location"> {
  const latitude = Number.parseFloat(first(fields, "Latitude", 40));
  const longitude = Number.parseFloat(first(fields, "Longitude", 40));
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return {};
  return {
    location: { latitude, longitude, label: first(fields, "Label"), address: first(fields, "Address") },
  };
}

function readReferral(fields: Fields): Pick<InboundText, "referral"> {
  const sourceUrl = first(fields, "ReferralSourceUrl");
  const sourceId = first(fields, "ReferralSourceId");
  if (!sourceUrl && !sourceId) return {};
  const headline = first(fields, "ReferralHeadline");
  return { referral: { sourceUrl, sourceId, headline, body: first(fields, "ReferralBody") } };
}
