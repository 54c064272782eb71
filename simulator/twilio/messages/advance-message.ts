import { tellHandset } from "../../world/handset-view";
import { randomBetween } from "../../world/random";
import type { Account, IncomingNumber, Message, MessageStatus } from "../../world/records";
import type { World } from "../../world/world";
import { fetchOutboundMedia } from "./fetch-outbound-media";
import { describeLaterError, type LaterError, laterErrorFor } from "./magic-numbers";
import { priceOf } from "./price";
import { reportStatus } from "./report-status";

/** What a messaging service decides only when the message leaves. */
export type Leaving = { sender: IncomingNumber; segments: number };

/** Tens of milliseconds between two states: quick for tests, slow enough to be seen one after the other. */
const STEP_MS = [8, 30] as const;
const READ_AFTER_MS = 900;

/**
 * Moves an accepted message through its states, each with its callback:
 * (accepted → queued →) sent → delivered or undelivered, or failed; read afterwards on WhatsApp.
 */
export function advanceMessage(world: World, account: Account, message: Message, leaving: Leaving): void {
  const wait = message.sendAt ? message.sendAt.getTime() - world.clock.now().getTime() : 0;
  const first = message.messagingServiceSid ? leaveService : send;
  world.schedule(wait + step(world), () => {
    if (message.status === "canceled") return;
    first(world, account, message, leaving);
  });
}

function leaveService(world: World, account: Account, message: Message, leaving: Leaving): void {
  message.from = leaving.sender.phoneNumber;
  message.segments = leaving.segments;
  moveTo(world, account, message, "queued");
  world.schedule(step(world), () => send(world, account, message, leaving));
}

async function send(world: World, account: Account, message: Message, leaving: Leaving): Promise<void> {
  const hasMedia = await fetchOutboundMedia(world, message);
  const error = hasMedia ? errorAhead(world, message, leaving.sender) : MEDIA_ERROR;
  if (error?.status === "failed") return fail(world, account, message, error);
  message.sentAt = world.clock.now();
  message.price = priceOf(message);
  moveTo(world, account, message, "sent");
  world.schedule(step(world), () =>
    error ? fail(world, account, message, error) : arrive(world, account, message),
  );
}

function arrive(world: World, account: Account, message: Message): void {
  moveTo(world, account, message, "delivered");
  if (message.channel !== "whatsapp") return;
  world.schedule(READ_AFTER_MS, () => moveTo(world, account, message, "read"));
}

function fail(world: World, account: Account, message: Message, error: LaterError): void {
  message.errorCode = error.code;
  message.errorMessage = error.message;
  moveTo(world, account, message, error.status);
}

function moveTo(world: World, account: Account, message: Message, status: MessageStatus): void {
  message.status = status;
  message.updatedAt = world.clock.now();
  const { carrier, sid, accountSid, from, to, errorCode } = message;
  world.ledger.write("message.status", { carrier, sid, accountSid, from, to, status, errorCode });
  tellHandset(world, message);
  reportStatus(world, account, message);
}

const MEDIA_ERROR: LaterError = { code: 11200, status: "failed", message: "Media could not be fetched" };
const WINDOW_MS = 24 * 60 * 60 * 1000;

function errorAhead(world: World, message: Message, sender: IncomingNumber): LaterError | null {
  const magic = laterErrorFor(message.to);
  if (magic) return magic;
  return isOutsideWindow(world, message, sender) ? describeLaterError(63016) : null;
}

/**
 * WhatsApp takes free text for 24 hours after the phone last wrote; later it wants a template. A pair that was
 * never heard gets the benefit of the doubt, for this memory is younger than the product's.
 */
function isOutsideWindow(world: World, message: Message, sender: IncomingNumber): boolean {
  if (message.channel !== "whatsapp" || message.contentSid) return false;
  const heard = world.store.whatsappHeard.get(`${sender.phoneNumber}|${message.to}`);
  return heard !== undefined && world.clock.now().getTime() - heard.getTime() > WINDOW_MS;
}

function step(world: World): number {
  return randomBetween(world.random, ...STEP_MS);
}
