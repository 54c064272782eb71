import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";
import { newMessage } from "../../world/new-message";
import type { Account, Message, MessagingService } from "../../world/records";
import type { World } from "../../world/world";
import { TwilioError } from "../api/errors";
import type { TwilioCall } from "../api/twilio-route";
import { advanceMessage } from "./advance-message";
import { checkPair, readRecipient } from "./check-recipient";
import { chooseSender } from "./choose-sender";
import { countSegments } from "./count-segments";
import type { Address } from "./read-address";
import { renderMessage } from "./render-message";

/** POST Messages.json: accepts a message or refuses it with Twilio's code; delivery goes on by itself. */
export function createMessage({ world, account, form }: TwilioCall): Reply {
  const to = readRecipient(form.get("To"));
  const { number, service } = chooseSender(world.store, account, form, to);
  checkPair(world.store, account, number, to);
  const content = readContent(account, form);
  const sendAt = readSendAt(world, form, service);
  const message = newMessage(world, {
    carrier: "twilio",
    accountSid: account.sid,
    direction: "outbound-api",
    channel: to.channel,
    to: to.number,
    // A service chooses its sender, and counts, only when the message leaves.
    from: service && !form.get("From") ? null : number.phoneNumber,
    segments: service ? 0 : segmentsOn(to, content.body),
    status: sendAt ? "scheduled" : service ? "accepted" : "queued",
    messagingServiceSid: service?.sid ?? null,
    statusCallback: readStatusCallback(world, form, service),
    sendAt,
    ...content,
  });
  record(world, message);
  const reply = json(201, renderMessage(message));
  advanceMessage(world, account, message, { sender: number, segments: segmentsOn(to, content.body) });
  return reply;
}

function segmentsOn(to: Address, body: string): number {
  return to.channel === "whatsapp" ? 1 : countSegments(body);
}

type Content = Pick<Message, "body" | "mediaUrls" | "contentSid" | "contentVariables">;

function readContent(account: Account, form: URLSearchParams): Content {
  const given = form.get("Body") ?? "";
  const mediaUrls = form.getAll("MediaUrl");
  const contentSid = form.get("ContentSid");
  const contentVariables = form.get("ContentVariables");
  if (!given && mediaUrls.length === 0 && !contentSid) throw new TwilioError(21619);
  if ([...given].length > 1600) throw new TwilioError(21617);
  if (mediaUrls.length > 10 || !mediaUrls.every((url) => /^https?:\/\//.test(url)))
    throw new TwilioError(21623);
  const body = contentSid ? describeTemplate(contentSid, contentVariables) : given;
  const trial = account.type === "Trial" ? "Sent from your Twilio trial account - " : "";
  return { body: trial + body, mediaUrls, contentSid, contentVariables };
}

/** The simulator keeps no templates; the phone shows which one came, and its values. */
function describeTemplate(contentSid: string, variables: string | null): string {
  if (variables && !isJsonObject(variables))
    throw new TwilioError(20001, "ContentVariables is not a JSON object");
  return `[Template ${contentSid}] ${variables ?? ""}`.trim();
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

const MINUTE_MS = 60_000;

function readSendAt(world: World, form: URLSearchParams, service: MessagingService | null): Date | null {
  if (form.get("ScheduleType") !== "fixed") return null;
  if (!service) throw new TwilioError(35118);
  const sendAt = new Date(form.get("SendAt") ?? "");
  const ahead = (sendAt.getTime() - world.clock.now().getTime()) / MINUTE_MS;
  if (!(ahead >= 15 && ahead <= 35 * 24 * 60)) throw new TwilioError(35114);
  return sendAt;
}

function readStatusCallback(
  world: World,
  form: URLSearchParams,
  service: MessagingService | null,
): string | null {
  const application = world.store.applications.get(form.get("ApplicationSid") ?? "");
  return form.get("StatusCallback") || application?.messageStatusCallback || service?.statusCallback || null;
}

function record(world: World, message: Message): void {
  const { carrier, sid, accountSid, channel, from, to, body, status, segments, mediaUrls } = message;
  const { messagingServiceSid, contentSid, statusCallback, sendAt } = message;
  const told = { carrier, sid, accountSid, channel, from, to, body, status, segments, mediaUrls };
  world.ledger.write("message.sent", { ...told, messagingServiceSid, contentSid, statusCallback, sendAt });
}
