import { TenantChange } from "@/lib/tenants/schema";
import { Business, Member } from "../answers/business";
import { listOf } from "../answers/fields";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";

const createdAt = "2026-09-01T08:00:00.000Z";
const business = {
  id: "01998b10-0000-7ed4-a0a6-b7c8d9e0f102",
  slug: "riverside-dental",
  name: "Riverside Dental",
  status: "active",
  timezone: "America/New_York",
  country: "US",
  locale: "en-US",
  currency: "USD",
  isDemo: false,
  createdAt,
  settings: {
    limits: { allowedCountries: null, dailyTextCap: 1000, dailyWhatsappCap: 1000, dailyCallMinutesCap: 600 },
    languages: ["en-US"],
    quietHours: { isOn: true, from: "21:00", to: "08:00" },
  },
};

export const businessOperations: readonly Operation[] = [
  {
    method: "GET",
    path: "/tenants/current",
    tag: "Business",
    summary: "Read the business",
    can: "settings.read",
    answer: Business,
    example: { answer: business },
  },
  {
    method: "PATCH",
    path: "/tenants/current",
    tag: "Business",
    summary: "Change the business",
    description: "What is left out stays as it is.",
    can: "settings.manage",
    body: TenantChange,
    fields: {
      timezone: "An IANA name; days, hours and limits are counted in it.",
      country: "Two letters; numbers without a country code are read as this country's.",
      quietHours:
        "When nobody is texted, on the clock of whoever would be. Automated texts wait; people are asked.",
      languages: "What the business speaks with its customers, the first by preference.",
    },
    answer: Business,
    example: { body: { timezone: "America/New_York" }, answer: business },
  },
  {
    method: "GET",
    path: "/members",
    tag: "Business",
    summary: "List the people",
    can: "members.read",
    answer: listOf(Member),
    example: {
      answer: {
        data: [
          {
            id: exampleIds.member,
            userId: exampleIds.user,
            name: "Asha Rao",
            email: "asha@riverside.example",
            role: "agent",
            isDisabled: false,
            createdAt,
          },
        ],
        nextCursor: null,
      },
    },
  },
];
