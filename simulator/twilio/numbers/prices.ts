import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";
import { notFound } from "../api/errors";
import type { TwilioCall } from "../api/twilio-route";

/** What a number costs a month, by kind; other countries than these are not sold here. */
const prices: Record<string, { name: string; local: string; mobile: string; tollFree: string }> = {
  US: { name: "United States", local: "1.15", mobile: "1.15", tollFree: "2.15" },
  CA: { name: "Canada", local: "1.15", mobile: "1.15", tollFree: "2.15" },
  GB: { name: "United Kingdom", local: "1.15", mobile: "1.15", tollFree: "2.15" },
  IE: { name: "Ireland", local: "1.50", mobile: "12.00", tollFree: "25.00" },
  AU: { name: "Australia", local: "3.00", mobile: "6.50", tollFree: "16.00" },
  DE: { name: "Germany", local: "1.15", mobile: "15.00", tollFree: "25.00" },
};

/** GET pricing.twilio.com/v1/PhoneNumbers/Countries/{country} */
export function fetchPrices({ params, exchange }: TwilioCall): Reply {
  const country = (params.country ?? "").toUpperCase();
  const known = prices[country];
  if (!known) throw notFound(exchange.path);
  const price = (number_type: string, amount: string) => ({
    ...{ number_type, base_price: amount, current_price: amount },
  });
  return json(200, {
    country: known.name,
    iso_country: country,
    phone_number_prices: [
      price("local", known.local),
      price("national", known.local),
      price("mobile", known.mobile),
      price("toll free", known.tollFree),
    ],
    price_unit: "USD",
    url: `https://pricing.twilio.com/v1/PhoneNumbers/Countries/${country}`,
  });
}
