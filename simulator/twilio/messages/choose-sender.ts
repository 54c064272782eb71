import type { Account, IncomingNumber, MessagingService } from "../../world/records";
import { findNumber, hasChannel, type Store } from "../../world/store";
import { TwilioError } from "../api/errors";
import { magicSenders } from "./magic-numbers";
import { type Address, readAddress } from "./read-address";

export type Sender = { number: IncomingNumber; service: MessagingService | null };

/** The number that a message will come from: the one named, or one of the named service's pool. Throws refusals. */
export function chooseSender(store: Store, account: Account, form: URLSearchParams, to: Address): Sender {
  const serviceSid = form.get("MessagingServiceSid");
  const from = form.get("From");
  if (serviceSid) return senderOfService(store, account, serviceSid, from, to);
  if (!from) throw new TwilioError(21603);
  return { number: senderByNumber(store, account, readAddress(from), to), service: null };
}

function senderByNumber(store: Store, account: Account, from: Address, to: Address): IncomingNumber {
  const magic = magicSenders[from.number];
  if (magic) throw new TwilioError(magic, `The 'From' number ${from.number} is not usable`);
  if (from.channel !== to.channel) throw new TwilioError(21910);
  const number = findNumber(store, "twilio", from.number);
  const isOurs = number?.accountSid === account.sid && hasChannel(number, to.channel);
  if (number && isOurs) return number;
  throw to.channel === "whatsapp" ? new TwilioError(63007) : new TwilioError(21606);
}

function senderOfService(
  store: Store,
  account: Account,
  serviceSid: string,
  from: string | null,
  to: Address,
): Sender {
  const service = store.services.get(serviceSid);
  if (service?.accountSid !== account.sid)
    throw new TwilioError(20404, `Messaging Service ${serviceSid} not found`);
  const pool = service.numberSids.flatMap((sid) => store.numbers.get(sid) ?? []);
  const able = pool.filter((number) => hasChannel(number, to.channel));
  const number = from ? able.find(({ phoneNumber }) => phoneNumber === readAddress(from).number) : able[0];
  if (!number) throw new TwilioError(21703);
  return { number, service };
}
