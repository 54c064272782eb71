import type { Message } from "../../world/records";
import { notFound } from "../api/errors";
import type { TwilioCall } from "../api/twilio-route";

/** The message that the path names, if it is this account's. Throws 20404. */
export function findMessage({ world, account, params, exchange }: TwilioCall): Message {
  const message = world.store.messages.get(params.sid ?? "");
  if (message?.accountSid !== account.sid) throw notFound(exchange.path);
  return message;
}
