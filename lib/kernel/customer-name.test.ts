import { expect, test } from "vitest";
import { generatedEmail, nameFromPlace, placeOfName } from "./customer-name";

test.each([
  [{ city: "SEATTLE", region: "WA", country: "US" }, "SMS from Seattle, WA"],
  [{ city: "ST. JOHN'S", region: "NL" }, "SMS from St. John's, NL"],
  [{ city: "Winston-Salem", region: "" }, "SMS from Winston-Salem"],
  [{ city: "", region: "WA", country: "US" }, "SMS from WA"],
  [{ country: "IN" }, "SMS from India"],
  [{ city: null, country: "??" }, null],
  [{}, null],
])("%j is named %j", (place, name) => {
  expect(nameFromPlace("sms", place)).toBe(name);
});

test("the channel is named", () => {
  expect(nameFromPlace("whatsapp", { city: "PUNE" })).toBe("WhatsApp from Pune");
  expect(nameFromPlace("voice", { city: "PUNE" })).toBe("Call from Pune");
  expect(placeOfName("Call from Pune")).toBe("Pune");
  expect(placeOfName("SMS from Seattle, WA")).toBe("Seattle, WA");
  expect(placeOfName("Jordan Blake")).toBeNull();
});

test("the generated e-mail holds the digits and the install", () => {
  expect(generatedEmail("+12065550123", "riverside")).toBe("12065550123@sms.riverside.local");
  expect(generatedEmail("whatsapp:+12065550123", "Desk.Example.com")).toBe(
    "12065550123@sms.desk-example-com.local",
  );
  expect(generatedEmail("client:alice", "x")).toBeNull();
});
