import { parsePhone } from "@/lib/kernel/phone";

/**
 * The number of a caller or callee in E.164. Vobiz writes the same one as +9180…, 9180…, 080… or with ten digits;
 * what is no phone number (anonymous, a SIP address) stays as it came.
 */
export function readParty(raw: string): string {
  const phone = parsePhone(raw, "IN");
  return phone.ok ? phone.e164 : raw;
}
