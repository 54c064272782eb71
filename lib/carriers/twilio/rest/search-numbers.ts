import type { Twilio } from "twilio";
import { z } from "zod";
import type { Connection } from "../../ports/connection";
import type { AvailableNumber, NumberKind, NumberSearch } from "../../ports/numbers";
import { readCapabilities } from "./capabilities";
import { twilioClient } from "./client";
import { readNothing } from "./outcome";

/** Numbers for sale. A kind that the country does not have is 404 at Twilio and an empty list here. */
export async function searchNumbers(connection: Connection, input: NumberSearch): Promise<AvailableNumber[]> {
  try {
    const client = await twilioClient(connection);
    const [found, price] = await Promise.all([list(client, input), findPrice(client, input)]);
    return found.map((number) => ({
      e164: number.phoneNumber,
      friendlyName: number.friendlyName,
      country: number.isoCountry || input.country,
      kind: input.kind,
      capabilities: readCapabilities(number.capabilities),
      requirement: readRequirement(number.addressRequirements),
      ...(number.locality ? { locality: number.locality } : {}),
      ...(number.region ? { region: number.region } : {}),
      ...(price ? { price } : {}),
    }));
  } catch (error) {
    return readNothing(error) ?? [];
  }
}

function list(client: Twilio, input: NumberSearch) {
  const areaCode = Number(input.areaCode);
  const options = {
    limit: Math.min(input.limit ?? 20, 50),
    ...(input.contains ? { contains: input.contains } : {}),
    ...(input.areaCode && Number.isInteger(areaCode) ? { areaCode } : {}),
    ...(input.locality ? { inLocality: input.locality } : {}),
    ...(input.needs?.voice ? { voiceEnabled: true } : {}),
    ...(input.needs?.sms ? { smsEnabled: true } : {}),
    ...(input.needs?.mms ? { mmsEnabled: true } : {}),
  };
  const country = client.availablePhoneNumbers(input.country);
  switch (input.kind) {
    case "local":
      return country.local.list(options);
    case "mobile":
      return country.mobile.list(options);
    case "toll_free":
      return country.tollFree.list(options);
    case "national":
      return country.national.list(options);
  }
}

function readRequirement(word: string): AvailableNumber["requirement"] {
  return word === "any" || word === "local" || word === "foreign" ? word : "none";
}

const priceList = z.object({
  priceUnit: z.string(),
  phoneNumberPrices: z.array(
    z
      .object({ numberType: z.string(), currentPrice: z.coerce.number(), basePrice: z.coerce.number() })
      .partial(),
  ),
});

const priceNames: Record<NumberKind, string> = {
  local: "local",
  mobile: "mobile",
  toll_free: "toll free",
  national: "national",
};

/** The monthly price of a kind of number; undefined when Twilio's price list cannot be read: a search goes on without. */
async function findPrice(client: Twilio, input: NumberSearch): Promise<AvailableNumber["price"]> {
  try {
    const country = await client.pricing.v1.phoneNumbers.countries(input.country).fetch();
    const { priceUnit, phoneNumberPrices } = priceList.parse(country);
    const entry = phoneNumberPrices.find((price) => price.numberType === priceNames[input.kind]);
    const monthly = entry?.currentPrice ?? entry?.basePrice;
    return monthly === undefined ? undefined : { monthly, setup: 0, currency: priceUnit.toUpperCase() };
  } catch {
    return undefined;
  }
}
