/** Where a carrier believes a number is from; every part may be missing or empty. */
export type RoughPlace = { city?: string | null; region?: string | null; country?: string | null };

const channelNames = { sms: "SMS", whatsapp: "WhatsApp", voice: "Call" } as const;

/** The name of a customer of whom only the place is known ("SMS from Seattle, WA"), `null` when not even that. */
export function nameFromPlace(channel: keyof typeof channelNames, place: RoughPlace): string | null {
  const city = titleCase(place.city?.trim() ?? "");
  const region = place.region?.trim() ?? "";
  const where =
    [city, region].filter((part) => part !== "").join(", ") || countryName(place.country?.trim() ?? "");
  return where === "" ? null : `${channelNames[channel]} from ${where}`;
}

/** The place of a name that {@link nameFromPlace} made, `null` for the name of a person. */
export function placeOfName(name: string): string | null {
  return /^(?:SMS|Call|WhatsApp|Voicemail) from (.+)$/.exec(name)?.[1] ?? null;
}

/** The e-mail address made for a customer known by a number only: `{digits}@sms.<install>.local`. */
export function generatedEmail(address: string, install: string): string | null {
  const digits = address.replace(/\D/g, "");
  const host = install
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return digits === "" ? null : `${digits}@sms.${host || "trunkline"}.local`;
}

/** Carriers write places in capitals. */
function titleCase(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text
    .toLowerCase()
    .replace(
      /(^|[\s-]|'(?=\p{L}{2}))(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

function countryName(code: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return "";
  return new Intl.DisplayNames("en", { type: "region", fallback: "none" }).of(code.toUpperCase()) ?? "";
}
