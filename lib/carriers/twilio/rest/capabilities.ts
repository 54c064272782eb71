import type { NumberCapabilities } from "../../ports/numbers";

/** Twilio's capabilities; old answers spell the keys in upper case. */
export function readCapabilities(given: object | null | undefined): NumberCapabilities {
  const able = new Set(
    Object.entries(given ?? {})
      .filter(([, value]) => value === true)
      .map(([name]) => name.toLowerCase()),
  );
  return { voice: able.has("voice"), sms: able.has("sms"), mms: able.has("mms") };
}
