import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import type { IncomingNumber } from "../../world/records";
import { notFound, TwilioError } from "../api/errors";
import { pageReply } from "../api/paging";
import type { TwilioCall } from "../api/twilio-route";
import { readRouting } from "./read-routing";
import { renderNumber } from "./render-number";

/** GET IncomingPhoneNumbers.json, by `PhoneNumber` (a part of it, `*` for any digit) and `FriendlyName`. */
export function listNumbers({ world, account, query, exchange }: TwilioCall): Reply {
  const [phone, name] = [query.get("PhoneNumber"), query.get("FriendlyName")];
  const pattern = new RegExp((phone ?? "").replace(/[^\d*]/g, "").replaceAll("*", "\\d"));
  const owned = [...world.store.numbers.values()].filter((number) => number.accountSid === account.sid);
  const found = owned.filter((number) => pattern.test(number.phoneNumber) && (!name || number.name === name));
  return pageReply(exchange, "incoming_phone_numbers", found, renderNumber);
}

/** GET IncomingPhoneNumbers/{sid}.json */
export function fetchNumber(call: TwilioCall): Reply {
  return json(200, renderNumber(findOwned(call)));
}

/** POST IncomingPhoneNumbers/{sid}.json: webhooks, name, application; `AccountSid` moves it to a related account. */
export function updateNumber(call: TwilioCall): Reply {
  const { world, account, form } = call;
  const number = findOwned(call);
  const target = form.get("AccountSid");
  if (target && !isRelated(call, target))
    throw new TwilioError(20001, "The number cannot be moved to that account");
  Object.assign(number, readRouting(form, number), { updatedAt: world.clock.now() });
  if (target) number.accountSid = target;
  const { carrier, sid, phoneNumber } = number;
  const changes = Object.fromEntries(form);
  world.ledger.write("number.updated", { carrier, sid, accountSid: account.sid, phoneNumber, changes });
  return json(200, renderNumber(number));
}

/** DELETE IncomingPhoneNumbers/{sid}.json: gives the number back, for good. */
export function releaseNumber(call: TwilioCall): Reply {
  const { world, account } = call;
  const { carrier, sid, phoneNumber } = findOwned(call);
  world.store.numbers.delete(sid);
  for (const service of world.store.services.values()) {
    service.numberSids = service.numberSids.filter((other) => other !== sid);
  }
  world.ledger.write("number.released", { carrier, sid, accountSid: account.sid, phoneNumber });
  return nothing();
}

function findOwned({ world, account, params, exchange }: TwilioCall): IncomingNumber {
  const number = world.store.numbers.get(params.sid ?? "");
  if (number?.accountSid !== account.sid) throw notFound(exchange.path);
  return number;
}

function isRelated({ world, account }: TwilioCall, accountSid: string): boolean {
  const target = world.store.accounts.get(accountSid);
  return target?.ownerSid === account.ownerSid;
}
