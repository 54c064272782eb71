import type { CarrierName } from "../ports/connection";

/** What the simulator knows of each carrier (OPERATING: demo world). Nothing else differs between carriers here. */
export const demoAccounts = {
  twilio: {
    credentials: {
      accountSid: "AC00000000000000000000000000000001",
      authToken: "0123456789abcdef0123456789abcdef",
    },
    secret: "authToken",
    number: "+15005550006",
    country: "US",
    person: "+14155550123",
  },
  vobiz: {
    credentials: { authId: "MA_DEMO0001", authToken: "fedcba9876543210fedcba9876543210" },
    secret: "authToken",
    number: "+917971543252",
    country: "IN",
    person: "+919876543210",
  },
} satisfies Record<CarrierName, unknown>;
