import { getCountries } from "libphonenumber-js";

/** Something to choose from a list, with other words that find it. */
export type Choice = { value: string; label: string; hint?: string; keywords?: string[] };

/** Every country that has telephones, by its English name. Made on the server, so that both sides show the same. */
export function countryChoices(): Choice[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return getCountries()
    .map((code) => ({ value: String(code), label: names.of(code) ?? code, hint: code }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Every time zone that this machine knows, with its distance from UTC now. */
export function timeZoneChoices(now: Date): Choice[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
    hint: offsetOf(zone, now),
    keywords: zone.split(/[/_]/),
  }));
}

const languages =
  "en-US en-GB en-IN en-AU en-CA es-ES es-MX es-US fr-FR fr-CA de-DE it-IT pt-PT pt-BR nl-NL sv-SE da-DK nb-NO fi-FI pl-PL " +
  "tr-TR ar-AE he-IL hi-IN mr-IN ta-IN te-IN bn-IN gu-IN kn-IN ml-IN pa-IN ja-JP ko-KR zh-CN zh-TW vi-VN id-ID fil-PH";

/** The languages that texts and calls can be in. */
export function languageChoices(): Choice[] {
  const names = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
  return languages
    .split(" ")
    .map((tag) => ({ value: tag, label: names.of(tag) ?? tag, hint: tag }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function offsetOf(zone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    timeZoneName: "longOffset",
  }).formatToParts(now);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  return name === "GMT" ? "UTC+00:00" : name.replace("GMT", "UTC");
}
