import type {
  MessageInstance,
  MessageListInstanceCreateOptions,
} from "twilio/lib/rest/api/v2010/account/message";
import type { Connection } from "../../ports/connection";
import type { CarrierOutcome } from "../../ports/outcomes";
import type { OutgoingText, SentText, TextFilter, Texting, TextState } from "../../ports/texting";
import { readChannel, toTwilioAddress } from "../facts/addresses";
import { callbackUrl } from "../facts/callback-url";
import { readPrice, readTextStatus } from "../facts/statuses";
import { twilioClient } from "./client";
import { fetchTwilioMedia } from "./media";
import { readFailure, readNothing } from "./outcome";

/** Texts through Twilio's Messages resource. */
export const texting: Texting = {
  send: sendText,
  fetch: fetchText,
  list: listTexts,
  redact: redactText,
  fetchMedia: fetchTwilioMedia,
};

const mostListed = 200;

async function sendText(connection: Connection, text: OutgoingText): Promise<CarrierOutcome<SentText>> {
  try {
    const client = await twilioClient(connection);
    const message = await client.messages.create(toRequest(text));
    // An answer without an id was not Twilio's: a proxy's page, a cut body. The text may well be on its way.
    if (!message.sid) return { outcome: "unknown", why: "answer without an id" };
    return { outcome: "accepted", sid: message.sid, ...readSent(message) };
  } catch (error) {
    return readFailure(error);
  }
}

function toRequest(text: OutgoingText): MessageListInstanceCreateOptions {
  const request: MessageListInstanceCreateOptions = { to: toTwilioAddress(text.channel, text.to) };
  if (text.pool) request.messagingServiceSid = text.pool;
  if (text.from) request.from = toTwilioAddress(text.channel, text.from);
  if (text.statusUrl) request.statusCallback = callbackUrl(text.statusUrl);
  if (text.validSeconds) request.validityPeriod = text.validSeconds;
  return { ...request, ...toContent(text) };
}

// A template goes alone: with Body or MediaUrl beside it Twilio answers 63016 (WhatsApp) or ignores it.
function toContent(text: OutgoingText): Partial<MessageListInstanceCreateOptions> {
  if (text.template) {
    const contentVariables = JSON.stringify(text.template.variables ?? {});
    return { contentSid: text.template.id, contentVariables };
  }
  const mediaUrl = text.mediaUrls?.length ? [...text.mediaUrls] : undefined;
  return { body: text.body ?? "", ...(mediaUrl ? { mediaUrl } : {}) };
}

async function fetchText(connection: Connection, sid: string): Promise<TextState | null> {
  try {
    const client = await twilioClient(connection);
    return toState(await client.messages(sid).fetch());
  } catch (error) {
    return readNothing(error);
  }
}

// Time is compared here: Twilio filters by the time of sending, which a text that still waits does not have.
async function listTexts(connection: Connection, filter: TextFilter): Promise<TextState[]> {
  try {
    const client = await twilioClient(connection);
    const messages = await client.messages.list({
      ...(filter.to ? { to: toTwilioAddress(filter.channel, filter.to) } : {}),
      ...(filter.from ? { from: toTwilioAddress(filter.channel, filter.from) } : {}),
      limit: mostListed,
      pageSize: mostListed,
    });
    const isWanted = (state: TextState) => state.channel === filter.channel && isWithin(state, filter);
    return messages
      .map(toState)
      .filter(isWanted)
      .slice(0, filter.limit ?? 50);
  } catch (error) {
    return readNothing(error) ?? [];
  }
}

// Twilio's times are whole seconds.
function isWithin(state: TextState, { after, before }: TextFilter): boolean {
  const at = (state.createdAt ?? state.sentAt)?.getTime();
  if (at === undefined) return true;
  return at + 999 >= (after?.getTime() ?? -Infinity) && at <= (before?.getTime() ?? Infinity);
}

async function redactText(connection: Connection, sid: string): Promise<void> {
  try {
    const client = await twilioClient(connection);
    await client.messages(sid).update({ body: "" });
  } catch (error) {
    readNothing(error);
  }
}

function toState(message: MessageInstance): TextState {
  return {
    ...readSent(message),
    sid: message.sid,
    direction: message.direction === "inbound" ? "inbound" : "outbound",
    channel: readChannel(message.to ?? "") ?? "sms",
    from: message.from ?? "",
    to: message.to ?? "",
    body: message.body ?? "",
    ...(message.errorCode ? { errorCode: String(message.errorCode) } : {}),
    ...(message.dateSent ? { sentAt: message.dateSent } : {}),
    ...(message.dateCreated ? { createdAt: message.dateCreated } : {}),
  };
}

function readSent(message: MessageInstance): SentText {
  const price = readPrice(message.price, message.priceUnit);
  return {
    status: readTextStatus(message.status) ?? "queued",
    segments: Number(message.numSegments) || 0,
    ...(price ? { price } : {}),
  };
}
