import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";
import { findNumber } from "../../world/store";
import { notFound, TwilioError } from "../api/errors";
import type { TwilioCall } from "../api/twilio-route";
import { type NumberType, numberStock, type StockNumber, typesIn } from "./number-stock";

const MOST_SHOWN = 30;

/** GET AvailablePhoneNumbers/{country}/{type}.json: what the shop has that passes all filters. */
export function searchNumbers({ world, params, query, exchange, account }: TwilioCall): Reply {
  const { country = "", type = "" } = params;
  const known = typesIn(country).find((one) => one === type);
  if (!known) throw notFound(exchange.path);
  const contains = query.get("Contains");
  const pattern = contains === null ? null : readPattern(contains);
  const found = numberStock(country, known, query.get("AreaCode"))
    .filter((number) => !findNumber(world.store, "twilio", number.phoneNumber))
    .filter((number) => (!pattern || pattern.test(number.phoneNumber)) && passes(number, query))
    .slice(0, Number(query.get("PageSize")) || MOST_SHOWN);
  const uri = `/2010-04-01/Accounts/${account.sid}/AvailablePhoneNumbers/${country}/${type}.json`;
  return json(200, { available_phone_numbers: found.map(render), uri });
}

/** GET AvailablePhoneNumbers/{country}.json: which types of number the country has. */
export function describeCountry({ params, exchange, account }: TwilioCall): Reply {
  const { country = "" } = params;
  const types = typesIn(country);
  if (types.length === 0) throw notFound(exchange.path);
  return json(200, renderCountry(account.sid, country, types));
}

/** GET AvailablePhoneNumbers.json: the countries. */
export function listCountries({ account }: TwilioCall): Reply {
  const countries = ["US", "CA", "GB", "AU", "DE", "FR", "IE"];
  const uri = `/2010-04-01/Accounts/${account.sid}/AvailablePhoneNumbers.json`;
  return json(200, {
    countries: countries.map((country) => renderCountry(account.sid, country, typesIn(country))),
    uri,
  });
}

function renderCountry(accountSid: string, country: string, types: NumberType[]): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${accountSid}/AvailablePhoneNumbers/${country}`;
  const names: Record<NumberType, string> = {
    Local: "local",
    Mobile: "mobile",
    TollFree: "toll_free",
    National: "national",
  };
  const subresources = Object.fromEntries(types.map((type) => [names[type], `${uri}/${type}.json`]));
  const name = new Intl.DisplayNames("en", { type: "region" }).of(country);
  return {
    country_code: country,
    country: name,
    beta: false,
    uri: `${uri}.json`,
    subresource_uris: subresources,
  };
}

const keypad = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];

/** `*` is any digit, `%` any run of digits, `+` the beginning, `$` the end, a letter its key on the keypad. */
function readPattern(contains: string): RegExp {
  if (!/^[\w*%+$]{2,16}$/.test(contains)) throw new TwilioError(20001, "Contains is not a valid pattern");
  const parts = [...contains.toLowerCase()].map((mark) => {
    if (mark === "*") return "\\d";
    if (mark === "%") return "\\d*";
    if (mark === "+") return "^\\+";
    if (mark === "$") return "$";
    return /\d/.test(mark) ? mark : String(keypad.findIndex((letters) => letters.includes(mark)));
  });
  return new RegExp(parts.join(""));
}

function passes({ capabilities, addressRequirements, place }: StockNumber, query: URLSearchParams): boolean {
  const wants = (name: string) => query.get(name)?.toLowerCase() === "true";
  if (wants("SmsEnabled") && !capabilities.sms) return false;
  if (wants("MmsEnabled") && !capabilities.mms) return false;
  if (wants("VoiceEnabled") && !capabilities.voice) return false;
  if (wants("FaxEnabled") && !capabilities.fax) return false;
  if (wants("ExcludeAllAddressRequired") && addressRequirements !== "none") return false;
  if (wants("ExcludeLocalAddressRequired") && addressRequirements === "local") return false;
  if (wants("ExcludeForeignAddressRequired") && addressRequirements === "foreign") return false;
  return (
    isIn(query.get("InRegion"), place?.state) &&
    isIn(query.get("InLocality"), place?.city) &&
    isIn(query.get("InPostalCode"), place?.zip)
  );
}

function isIn(wanted: string | null, actual: string | undefined): boolean {
  return !wanted || wanted.toLowerCase() === actual?.toLowerCase();
}

function render({
  phoneNumber,
  friendlyName,
  country,
  place,
  capabilities,
  addressRequirements,
}: StockNumber) {
  const { voice, sms, mms } = capabilities;
  return {
    friendly_name: friendlyName,
    phone_number: phoneNumber,
    lata: null,
    locality: place?.city ?? null,
    rate_center: place?.city.toUpperCase() ?? null,
    latitude: place ? String(place.latitude) : null,
    longitude: place ? String(place.longitude) : null,
    region: place?.state ?? null,
    postal_code: place?.zip ?? null,
    iso_country: country,
    address_requirements: addressRequirements,
    beta: false,
    capabilities: { voice, sms, mms },
  };
}
