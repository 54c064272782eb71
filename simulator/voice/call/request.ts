import type { Target } from "../../instructions";
import { type Delivery, deliverWebhook } from "../../webhooks/deliver-webhook";
import type { CallEvent } from "./call-event";
import { type LiveCall, round, tell } from "./live-call";

/** Makes one request about a call and writes it into the report. Never throws. */
export async function requestAbout(
  call: LiveCall,
  target: Target,
  event: CallEvent,
  aim: "callbacks" | "webhooks",
): Promise<Delivery> {
  const { carrier, record, account, routing, voice } = call;
  const fields = carrier.fields(call, event);
  const url = target.url.includes("#") ? target.url : target.url + carrier.patience;
  const name = `call.${event.kind === "life" ? event.moment : event.kind}`;
  const at = round(call.seconds);
  const delivery = await deliverWebhook(voice.world, {
    account,
    url,
    method: target.method,
    fields,
    event: name,
    target: aim,
    about: record.sid,
    to: record.direction === "inbound" ? record.to : record.from,
    signature: routing.isSigned ? call.options.signature : "none",
    sign: carrier.sign && ((signed, _fields, isForged) => carrier.sign?.(call, signed, isForged) ?? {}),
  });
  const { status, contentType, body, ms, attempts, error } = delivery;
  const made = { method: target.method, url: delivery.url, params: Object.fromEntries(fields) };
  const request = { at, event: name, ...made, status, contentType, body, ms, attempts, error };
  call.report.requests.push(request);
  tell(call, { type: "request", request });
  return delivery;
}

/**
 * Tells the product something that it need not answer. One callback waits for the one before, as their events lie apart
 * in time, unless a fault says that they overtake each other. A URL that cannot be requested is the carrier's loss.
 */
export async function notify(call: LiveCall, target: Target | undefined, event: CallEvent): Promise<void> {
  const url = target && resolveUrl(call, target.url);
  if (!target || !url) return;
  const delivery = requestAbout(call, { ...target, url }, event, "callbacks");
  call.outstanding.add(delivery);
  const faults = call.voice.world.faults.list();
  if (!faults.some((fault) => fault.target === "callbacks" && fault.kind === "reorder")) await delivery;
}

/** The URL as it will be requested; null when it is none. */
export function resolveUrl(call: LiveCall, url: string): string | null {
  const base = call.carrier.resolvesUrls && URL.canParse(call.document.url) ? call.document.url : undefined;
  if (!URL.canParse(url, base)) return null;
  return URL.canParse(url) ? url : new URL(url, base).href;
}
