// Under these names other things are found already, or it would look as if they were.
const reservedSlugs = new Set([
  "admin",
  "api",
  "app",
  "demo",
  "platform",
  "pragati",
  "settings",
  "trunkline",
  "www",
]);

/** A business's name as it can stand in a web address: `Café Zoë & Sons` → `cafe-zoe-sons`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return plain.length >= 2 ? plain : "business";
}

/** The slugs to try for a name, in order: as it is, then numbered. */
export function slugCandidates(name: string): string[] {
  const slug = slugOf(name);
  const numbered = Array.from({ length: 50 }, (_, index) => `${slug}-${index + 2}`);
  return reservedSlugs.has(slug) ? numbered : [slug, ...numbered];
}

const currencies: Record<string, string> = {
  ...{
    US: "USD",
    IN: "INR",
    GB: "GBP",
    CA: "CAD",
    AU: "AUD",
    NZ: "NZD",
    SG: "SGD",
    AE: "AED",
    ZA: "ZAR",
    BR: "BRL",
  },
  ...{
    MX: "MXN",
    JP: "JPY",
    CH: "CHF",
    SE: "SEK",
    NO: "NOK",
    DK: "DKK",
    PL: "PLN",
    PH: "PHP",
    NG: "NGN",
    KE: "KES",
  },
  ...Object.fromEntries(
    [
      "AT",
      "BE",
      "CY",
      "DE",
      "EE",
      "ES",
      "FI",
      "FR",
      "GR",
      "HR",
      "IE",
      "IT",
      "LT",
      "LU",
      "LV",
      "MT",
      "NL",
      "PT",
      "SI",
      "SK",
    ].map((country) => [country, "EUR"]),
  ),
};

/** The currency that a country pays in; US dollars where we do not know it. */
export function currencyOf(country: string): string {
  return currencies[country] ?? "USD";
}

/** The language that a business of a country most likely writes in. */
export function localeOf(country: string): string {
  return new Intl.Locale("und", { region: country }).maximize().language === "en" || country === "IN"
    ? `en-${country}`
    : `${new Intl.Locale("und", { region: country }).maximize().language}-${country}`;
}
