/** A place that numbers of an area code belong to. */
export type Place = {
  areaCode: string;
  city: string;
  state: string;
  zip: string;
  latitude: number;
  longitude: number;
};

/** A few area codes of the United States and Canada, enough for stories that name a town. */
const places: Place[] = [
  { areaCode: "212", city: "New York", state: "NY", zip: "10001", latitude: 40.7484, longitude: -73.9967 },
  { areaCode: "206", city: "Seattle", state: "WA", zip: "98101", latitude: 47.6105, longitude: -122.3348 },
  { areaCode: "303", city: "Denver", state: "CO", zip: "80202", latitude: 39.7491, longitude: -104.9966 },
  { areaCode: "305", city: "Miami", state: "FL", zip: "33101", latitude: 25.7791, longitude: -80.1978 },
  { areaCode: "312", city: "Chicago", state: "IL", zip: "60601", latitude: 41.8858, longitude: -87.6181 },
  {
    areaCode: "415",
    city: "San Francisco",
    state: "CA",
    zip: "94103",
    latitude: 37.7726,
    longitude: -122.4099,
  },
  { areaCode: "416", city: "Toronto", state: "ON", zip: "M5H", latitude: 43.6506, longitude: -79.3838 },
  { areaCode: "512", city: "Austin", state: "TX", zip: "78701", latitude: 30.2713, longitude: -97.7426 },
  { areaCode: "617", city: "Boston", state: "MA", zip: "02108", latitude: 42.3576, longitude: -71.0646 },
  { areaCode: "718", city: "Brooklyn", state: "NY", zip: "11201", latitude: 40.6943, longitude: -73.9903 },
];

const canadian = new Set(["416"]);

/** Dialling prefixes of the countries whose numbers appear here, longest match first. */
const countries: [prefix: string, country: string][] = [
  ["+353", "IE"],
  ["+91", "IN"],
  ["+61", "AU"],
  ["+49", "DE"],
  ["+44", "GB"],
  ["+33", "FR"],
  ["+1", "US"],
];

/** All places of a country that sells geographic numbers by area code. */
export function placesIn(country: string): Place[] {
  return places.filter(({ areaCode }) => countryOf(`+1${areaCode}`) === country);
}

/** Where a number is from, if it is one of the few known places. */
export function placeOf(phoneNumber: string): Place | undefined {
  return phoneNumber.startsWith("+1")
    ? places.find(({ areaCode }) => phoneNumber.startsWith(areaCode, 2))
    : undefined;
}

/** ISO country of a number; empty when unknown. */
export function countryOf(phoneNumber: string): string {
  if (phoneNumber.startsWith("+1") && canadian.has(phoneNumber.slice(2, 5))) return "CA";
  return countries.find(([prefix]) => phoneNumber.startsWith(prefix))?.[1] ?? "";
}

/** `FromCity, FromState, FromZip, FromCountry` (or `To…`, `Caller…`) of a webhook; empty when unknown, as Twilio sends them. */
export function geographyFields(role: string, phoneNumber: string): [name: string, value: string][] {
  const place = placeOf(phoneNumber);
  return [
    [`${role}City`, place?.city.toUpperCase() ?? ""],
    [`${role}State`, place?.state ?? ""],
    [`${role}Zip`, place?.zip ?? ""],
    [`${role}Country`, countryOf(phoneNumber)],
  ];
}
