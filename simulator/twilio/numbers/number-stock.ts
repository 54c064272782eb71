import type { Capabilities } from "../../world/records";
import { type Place, placesIn } from "../api/geography";

export type NumberType = "Local" | "Mobile" | "TollFree" | "National";

/** A number in the shop. */
export type StockNumber = {
  phoneNumber: string;
  friendlyName: string;
  country: string;
  type: NumberType;
  place: Place | null;
  capabilities: Capabilities;
  addressRequirements: "none" | "any" | "local" | "foreign";
};

/** A run of numbers that regulators keep for fiction: prefix and how many digits follow. */
type Range = {
  type: NumberType;
  prefix: string;
  digits: number;
  capabilities: Capabilities;
  addressRequirements: StockNumber["addressRequirements"];
};

const all: Capabilities = { voice: true, sms: true, mms: true, fax: false };
const noPictures: Capabilities = { voice: true, sms: true, mms: false, fax: false };
const voiceOnly: Capabilities = { voice: true, sms: false, mms: false, fax: false };

const overseas: Record<string, Range[]> = {
  GB: [
    { type: "Local", prefix: "+44207946", digits: 4, capabilities: voiceOnly, addressRequirements: "any" },
    {
      type: "Mobile",
      prefix: "+447700900",
      digits: 3,
      capabilities: noPictures,
      addressRequirements: "none",
    },
    {
      type: "TollFree",
      prefix: "+448081570",
      digits: 3,
      capabilities: voiceOnly,
      addressRequirements: "any",
    },
  ],
  AU: [
    { type: "Local", prefix: "+6125550", digits: 4, capabilities: voiceOnly, addressRequirements: "any" },
    { type: "Mobile", prefix: "+61491570", digits: 3, capabilities: all, addressRequirements: "any" },
  ],
  DE: [
    { type: "Local", prefix: "+493023125", digits: 3, capabilities: voiceOnly, addressRequirements: "local" },
    { type: "Mobile", prefix: "+491713920", digits: 4, capabilities: noPictures, addressRequirements: "any" },
  ],
  FR: [
    { type: "Local", prefix: "+331990", digits: 5, capabilities: voiceOnly, addressRequirements: "local" },
    { type: "Mobile", prefix: "+336399", digits: 5, capabilities: noPictures, addressRequirements: "any" },
  ],
  IE: [
    { type: "Mobile", prefix: "+35389555", digits: 4, capabilities: noPictures, addressRequirements: "none" },
  ],
};

const tollFreeCodes = ["800", "833", "877", "888"];
const PER_RANGE = 40;

/** Countries that have numbers to sell, and of which types. */
export function typesIn(country: string): NumberType[] {
  if (country === "US" || country === "CA") return ["Local", "TollFree"];
  return (overseas[country] ?? []).map(({ type }) => type);
}

/** All numbers of a country and type, always the same ones. An area code asks for one place, known or not. */
export function numberStock(country: string, type: NumberType, areaCode: string | null): StockNumber[] {
  if (country !== "US" && country !== "CA") return overseasStock(country, type);
  if (type === "TollFree") return tollFreeCodes.flatMap((code) => northAmerican(country, type, code, null));
  const places = placesIn(country);
  if (!areaCode) return places.flatMap((place) => northAmerican(country, type, place.areaCode, place));
  const place = places.find((one) => one.areaCode === areaCode) ?? null;
  return /^[2-9]\d\d$/.test(areaCode) && areaCode !== SOLD_OUT
    ? northAmerican(country, type, areaCode, place)
    : [];
}

/** Twilio's test table: this area code never has numbers. */
export const SOLD_OUT = "533";

/** Finds a number of the shop by its E.164 form. */
export function findInStock(phoneNumber: string): StockNumber | undefined {
  const areaCode = phoneNumber.startsWith("+1") ? phoneNumber.slice(2, 5) : null;
  const countries = areaCode ? ["US", "CA"] : Object.keys(overseas);
  return countries
    .flatMap((country) => typesIn(country).flatMap((type) => numberStock(country, type, areaCode)))
    .find((one) => one.phoneNumber === phoneNumber);
}

function northAmerican(
  country: string,
  type: NumberType,
  areaCode: string,
  place: Place | null,
): StockNumber[] {
  return Array.from({ length: PER_RANGE }, (_, index) => {
    const line = String(100 + ((index * 37) % 100)).padStart(4, "0");
    return {
      phoneNumber: `+1${areaCode}555${line}`,
      friendlyName: `(${areaCode}) 555-${line}`,
      country,
      type,
      place,
      capabilities: all,
      addressRequirements: "none",
    };
  });
}

function overseasStock(country: string, type: NumberType): StockNumber[] {
  const ranges = (overseas[country] ?? []).filter((range) => range.type === type);
  return ranges.flatMap(({ prefix, digits, capabilities, addressRequirements }) =>
    Array.from({ length: PER_RANGE }, (_, index) => {
      const phoneNumber = prefix + String((index * 37 + 11) % 10 ** digits).padStart(digits, "0");
      return {
        phoneNumber,
        friendlyName: phoneNumber,
        country,
        type,
        place: null,
        capabilities,
        addressRequirements,
      };
    }),
  );
}
