import type { Reply } from "../../http/exchange";
import type { Message } from "../../world/records";
import { passesDateFilters } from "../api/dates";
import { pageReply } from "../api/paging";
import type { TwilioCall } from "../api/twilio-route";
import { addressOn, renderMessage } from "./render-message";

/** GET Messages.json: the account's messages, newest first, by `To`, `From`, `DateSent`, `DateSent<`, `DateSent>`. */
export function listMessages({ world, account, query, exchange }: TwilioCall): Reply {
  const found = [...world.store.messages.values()]
    .filter((message) => message.accountSid === account.sid && passes(message, query))
    .reverse();
  return pageReply(exchange, "messages", found, renderMessage);
}

function passes(message: Message, query: URLSearchParams): boolean {
  const [to, from] = [query.get("To"), query.get("From")];
  if (to && to !== addressOn(message.channel, message.to)) return false;
  if (from && from !== addressOn(message.channel, message.from ?? "")) return false;
  return passesDateFilters(query, "DateSent", message.sentAt);
}
