import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";
import { newNumber } from "../../world/new-number";
import type { IncomingNumber } from "../../world/records";
import { findNumber } from "../../world/store";
import { TwilioError, type TwilioErrorCode } from "../api/errors";
import { countryOf } from "../api/geography";
import type { TwilioCall } from "../api/twilio-route";
import { findInStock, numberStock, type StockNumber } from "./number-stock";
import { readRouting } from "./read-routing";
import { renderNumber } from "./render-number";

const GOOD = "+15005550006";
const refusals: Record<string, TwilioErrorCode> = { "+15005550000": 21422, "+15005550001": 21421 };

/** POST IncomingPhoneNumbers.json: buys the number named, or any of an area code. */
export function buyNumber(call: TwilioCall): Reply {
  const { world, account, form } = call;
  const phoneNumber = form.get("PhoneNumber") ?? anyIn(call, form.get("AreaCode"));
  const refusal = refusals[phoneNumber];
  if (refusal) throw new TwilioError(refusal, `${phoneNumber} cannot be bought`);
  const number = ownedByCaller(call, phoneNumber) ?? deliverNumber(call, phoneNumber);
  Object.assign(number, readRouting(form, number), { updatedAt: world.clock.now() });
  const { carrier, sid, voiceUrl, smsUrl, statusCallback } = number;
  world.ledger.write("number.bought", {
    carrier,
    sid,
    accountSid: account.sid,
    phoneNumber,
    voiceUrl,
    smsUrl,
    statusCallback,
  });
  return json(201, renderNumber(number));
}

function anyIn({ world }: TwilioCall, areaCode: string | null): string {
  const stock = areaCode ? numberStock("US", "Local", areaCode) : [];
  const free = stock.find(({ phoneNumber }) => !findNumber(world.store, "twilio", phoneNumber));
  if (!free) throw new TwilioError(areaCode ? 21452 : 21421);
  return free.phoneNumber;
}

/** The test number is bought again and again, though the demo's account has it from the start. */
function ownedByCaller({ world, account }: TwilioCall, phoneNumber: string): IncomingNumber | null {
  const owned = findNumber(world.store, "twilio", phoneNumber);
  if (!owned) return null;
  if (phoneNumber === GOOD && owned.accountSid === account.sid) return owned;
  throw new TwilioError(21422, `${phoneNumber} is not available.`);
}

function deliverNumber({ world, account, form }: TwilioCall, phoneNumber: string): IncomingNumber {
  if (!/^\+[1-9]\d{6,14}$/.test(phoneNumber))
    throw new TwilioError(21421, `${phoneNumber} is not a valid number`);
  const stock = phoneNumber === GOOD ? null : findInStock(phoneNumber);
  if (stock === undefined) throw new TwilioError(21422, `${phoneNumber} is not available.`);
  if (stock && stock.addressRequirements !== "none" && !hasAddress(form)) throw new TwilioError(21631);
  const given = { carrier: "twilio", accountSid: account.sid, phoneNumber } as const;
  return newNumber(world, {
    ...given,
    country: stock?.country ?? countryOf(phoneNumber),
    ...detailsOf(stock),
  });
}

function hasAddress(form: URLSearchParams): boolean {
  return Boolean(form.get("AddressSid") || form.get("BundleSid"));
}

function detailsOf(stock: StockNumber | null): Partial<IncomingNumber> {
  if (!stock) return {};
  const kinds = { Local: "local", Mobile: "mobile", TollFree: "toll-free", National: "national" } as const;
  return { name: stock.friendlyName, kind: kinds[stock.type], capabilities: stock.capabilities };
}
