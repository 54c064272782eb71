import type { CallReply } from "@/lib/calls";
import { type CarrierName, carrier } from "@/lib/carriers";

/** A carrier's instructions document that asks for nothing: replies leave through the REST API. */
export function emptyInstructions(): Response {
  return xml('<?xml version="1.0" encoding="UTF-8"?>\n<Response></Response>');
}

/** An XML document for a carrier. */
function xml(document: string): Response {
  return new Response(document, { headers: { "content-type": "text/xml; charset=utf-8" } });
}

/** Call instructions in a carrier's own words. */
export function xmlOf(name: CarrierName, reply: CallReply): Response {
  const voice = carrier(name).voice;
  return voice ? xml(voice.render(reply.instructions, reply.dialect ?? undefined)) : unavailable();
}

/** The answer to a notification whose body nobody reads. */
export function noted(): Response {
  return new Response(null, { status: 204 });
}

/** One answer for a forgery, a foreign signature and an unknown tenant, so that none can be told from another. */
export function refused(): Response {
  return plain(403, "Forbidden");
}

/** The request was believed but cannot be read. */
export function unreadable(): Response {
  return plain(400, "Bad Request");
}

/** Nobody read the request, for it is longer than any carrier's. */
export function tooLarge(): Response {
  return plain(413, "Content Too Large");
}

/** Asks the carrier to come again later. */
export function unavailable(): Response {
  return plain(503, "Service Unavailable");
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
