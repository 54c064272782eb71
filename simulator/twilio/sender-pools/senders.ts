import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import type { IncomingNumber, MessagingService } from "../../world/records";
import { isoSeconds } from "../api/dates";
import { notFound, TwilioError } from "../api/errors";
import { metaPageReply } from "../api/paging";
import type { TwilioCall } from "../api/twilio-route";
import { findService } from "./find-service";

/** POST /v1/Services/{serviceSid}/PhoneNumbers: puts one of the account's numbers into the pool. */
export function addSender(call: TwilioCall): Reply {
  const service = findService(call);
  const sid = call.form.get("PhoneNumberSid") ?? "";
  const number = call.world.store.numbers.get(sid);
  if (number?.accountSid !== call.account.sid) throw new TwilioError(20404, `Phone number ${sid} not found`);
  if (service.numberSids.includes(sid)) throw new TwilioError(21710);
  service.numberSids.push(sid);
  return json(201, render(service, number));
}

/** GET /v1/Services/{serviceSid}/PhoneNumbers */
export function listSenders(call: TwilioCall): Reply {
  const service = findService(call);
  const numbers = service.numberSids.flatMap((sid) => call.world.store.numbers.get(sid) ?? []);
  return metaPageReply(call.exchange, "phone_numbers", numbers, (number) => render(service, number));
}

/** GET /v1/Services/{serviceSid}/PhoneNumbers/{sid} */
export function fetchSender(call: TwilioCall): Reply {
  const service = findService(call);
  return json(200, render(service, findSender(call, service)));
}

/** DELETE /v1/Services/{serviceSid}/PhoneNumbers/{sid} */
export function removeSender(call: TwilioCall): Reply {
  const service = findService(call);
  const { sid } = findSender(call, service);
  service.numberSids = service.numberSids.filter((other) => other !== sid);
  return nothing();
}

function findSender({ world, params, exchange }: TwilioCall, service: MessagingService): IncomingNumber {
  const number = world.store.numbers.get(params.sid ?? "");
  if (!number || !service.numberSids.includes(number.sid)) throw notFound(exchange.path);
  return number;
}

function render(service: MessagingService, number: IncomingNumber): Record<string, unknown> {
  const { voice, sms, mms } = number.capabilities;
  return {
    account_sid: number.accountSid,
    capabilities: [...(voice ? ["Voice"] : []), ...(sms ? ["SMS"] : []), ...(mms ? ["MMS"] : [])],
    country_code: number.country,
    date_created: isoSeconds(number.createdAt),
    date_updated: isoSeconds(number.updatedAt),
    phone_number: number.phoneNumber,
    service_sid: service.sid,
    sid: number.sid,
    url: `https://messaging.twilio.com/v1/Services/${service.sid}/PhoneNumbers/${number.sid}`,
  };
}
