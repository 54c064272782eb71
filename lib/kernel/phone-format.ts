import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * Writes an E.164 number for people: national form for somebody in the same country, international for others.
 * What is no phone number comes back as it is. Small enough for the browser.
 */
export function formatPhone(e164: string, viewerCountry?: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number?.isPossible()) return e164;
  return number.country !== undefined && number.country === viewerCountry
    ? number.formatNational()
    : number.formatInternational();
}
