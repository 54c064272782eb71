import type { Account, IncomingNumber } from "../../world/records";
import { optOutKey, type Store } from "../../world/store";
import { TwilioError } from "../api/errors";
import { magicRecipients } from "./magic-numbers";
import { type Address, isPhoneNumber, readAddress } from "./read-address";

/** Reads `To`. Throws what Twilio says before it looks at the sender. */
export function readRecipient(raw: string | null): Address {
  if (!raw) throw new TwilioError(21604);
  const to = readAddress(raw);
  if (!isPhoneNumber(to.number)) throw invalid(raw);
  const magic = magicRecipients[to.number];
  if (magic === 21211) throw invalid(raw);
  if (magic) throw new TwilioError(magic);
  return to;
}

/** What only shows once the sender is known: same number, unverified on a trial, said STOP. */
export function checkPair(store: Store, account: Account, number: IncomingNumber, to: Address): void {
  if (number.phoneNumber === to.number) throw new TwilioError(21266);
  if (account.type === "Trial" && !account.verifiedNumbers.includes(to.number)) throw new TwilioError(21608);
  if (to.channel === "sms" && store.optOuts.has(optOutKey(store, number, to.number)))
    throw new TwilioError(21610);
}

function invalid(raw: string): TwilioError {
  return new TwilioError(21211, `The 'To' number ${raw} is not a valid phone number.`);
}
