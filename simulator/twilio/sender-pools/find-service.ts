import type { MessagingService } from "../../world/records";
import { notFound } from "../api/errors";
import type { TwilioCall } from "../api/twilio-route";

/** The messaging service that the path names, if it is this account's. Throws 20404. */
export function findService({ world, account, params, exchange }: TwilioCall): MessagingService {
  const service = world.store.services.get(params.serviceSid ?? "");
  if (service?.accountSid !== account.sid) throw notFound(exchange.path);
  return service;
}
