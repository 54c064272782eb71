import { describe, expect, test } from "vitest";
import { isTimeZone } from "./time";
import { zoneOf, zonesOf } from "./zones";

const nowhere = { timezone: null, country: null, region: null };

describe("where somebody lives", () => {
  test.each([
    [{ ...nowhere, timezone: "Europe/Oslo", country: "US" }, "+14155552671", ["Europe/Oslo"]],
    [{ ...nowhere, country: "US", region: "NY" }, "+14155552671", ["America/New_York"]],
    [{ ...nowhere, country: "US", region: "Texas" }, "+14155552671", ["America/Los_Angeles"]],
    [{ ...nowhere, country: "CA", region: "bc" }, "+14165550100", ["America/Vancouver"]],
    [nowhere, "+14155552671", ["America/Los_Angeles"]],
    [nowhere, "whatsapp:+12125550100", ["America/New_York"]],
    [null, "+18085550100", ["Pacific/Honolulu"]],
    [null, "+12085550100", ["America/Denver", "America/Los_Angeles"]],
    [{ ...nowhere, country: "IN" }, "+919876543210", ["Asia/Kolkata"]],
    [{ ...nowhere, country: "GB" }, "+447700900123", ["Europe/London"]],
    [null, "+13065550100", ["America/Regina"]],
    [{ ...nowhere, country: "IN" }, null, ["Asia/Kolkata"]],
    [nowhere, "whatsapp:IN.12345", []],
    [null, null, []],
    [{ ...nowhere, country: "unknown" }, null, []],
  ])("%o with %s: %o", (place, address, zones) => {
    expect(zonesOf(place, address)).toEqual(zones);
  });

  test("a number of a wide country without a known area may be anywhere in it", () => {
    expect(zonesOf({ ...nowhere, country: "US" }, "+18005550100").length).toBeGreaterThan(3);
    expect(zoneOf({ ...nowhere, country: "US" }, "+18005550100")).toBeNull();
    expect(zoneOf(null, "+12125550100")).toBe("America/New_York");
  });

  test("a country has all its zones", () => {
    expect(zonesOf({ ...nowhere, country: "AU" }, "+61412345678")).toHaveLength(5);
    expect(zonesOf({ ...nowhere, country: "fr" }, null)).toEqual(["Europe/Paris"]);
  });

  test("every zone that can come out exists", () => {
    const areas = Array.from({ length: 800 }, (_, index) => `+1${index + 200}5550100`);
    const countries = ["US", "CA", "AU", "BR", "MX", "ID", "NZ", "DE", "ES", "PT", "IN", "FR", "JP", "KZ"];
    const zones = [
      ...areas.flatMap((number) => zonesOf(null, number)),
      ...countries.flatMap((country) => zonesOf({ ...nowhere, country }, null)),
    ];
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  });
});
