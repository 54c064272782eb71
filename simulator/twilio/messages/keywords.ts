import type { IncomingNumber } from "../../world/records";
import { optOutKey } from "../../world/store";
import type { World } from "../../world/world";

const stop = new Set(["STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"]);
const start = new Set(["START", "UNSTOP", "YES"]);
const help = new Set(["HELP", "INFO"]);

/**
 * Twilio's default opt-out of texts: a whole message that is a keyword changes the block list, and Twilio
 * answers it by itself. Returns that answer, or null. The webhook is called all the same.
 */
export function obeyKeyword(
  world: World,
  number: IncomingNumber,
  handset: string,
  body: string,
): string | null {
  const word = body.trim().toUpperCase();
  const key = optOutKey(world.store, number, handset);
  const { optOuts } = world.store;
  if (stop.has(word)) {
    optOuts.add(key);
    return "You are unsubscribed and will get no more messages from this number. Reply START to subscribe again.";
  }
  if (start.has(word) && optOuts.delete(key))
    return "You are subscribed again. Reply HELP for help, STOP to unsubscribe.";
  if (help.has(word) && !optOuts.has(key))
    return "Reply STOP to unsubscribe. Message and data rates may apply.";
  return null;
}
