import type { Route } from "../../http/exchange";
import { bareTwilioRoute, twilioRoute } from "../api/twilio-route";
import { buyNumber } from "./buy-number";
import { fetchNumber, listNumbers, releaseNumber, updateNumber } from "./change-number";
import { fetchPrices } from "./prices";
import { describeCountry, listCountries, searchNumbers } from "./search-numbers";

/** Twilio's number shop, and the numbers that an account owns. */
export const numberRoutes: Route[] = [
  twilioRoute("GET", "/AvailablePhoneNumbers.json", listCountries),
  twilioRoute("GET", "/AvailablePhoneNumbers/{country}.json", describeCountry),
  twilioRoute("GET", "/AvailablePhoneNumbers/{country}/{type}.json", searchNumbers),
  bareTwilioRoute("GET", "/v1/PhoneNumbers/Countries/{country}", fetchPrices),
  twilioRoute("POST", "/IncomingPhoneNumbers.json", buyNumber),
  twilioRoute("GET", "/IncomingPhoneNumbers.json", listNumbers),
  twilioRoute("GET", "/IncomingPhoneNumbers/{sid}.json", fetchNumber),
  twilioRoute("POST", "/IncomingPhoneNumbers/{sid}.json", updateNumber),
  twilioRoute("DELETE", "/IncomingPhoneNumbers/{sid}.json", releaseNumber),
];
