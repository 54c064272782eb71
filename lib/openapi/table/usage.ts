import { UsageQuery } from "@/lib/usage/schema";
import { Usage } from "../answers/usage";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";

const sum = {
  kind: "sms",
  direction: "outbound",
  units: 12,
  micros: 94_800,
  reservedMicros: 0,
  currency: "USD",
};
const [day, from] = ["2026-11-20", "2026-11-01"];
const number = { numberId: exampleIds.number, e164: "+15005550006", label: "Front desk", sums: [sum] };

/** What things cost. */
export const usage: readonly Operation[] = [
  {
    method: "GET",
    path: "/usage",
    tag: "Business",
    summary: "Read usage and cost",
    description:
      "Every message, call minute and number with its price: reserved before it is sent, settled after. Released reservations are not in it.",
    can: "usage.read",
    query: UsageQuery,
    fields: { days: "How many days to list one by one, today included." },
    answer: Usage,
    example: {
      query: { days: "30" },
      answer: {
        timezone: "America/New_York",
        today: { day, sums: [sum] },
        month: { from, sums: [sum] },
        days: [{ day, sums: [sum] }],
        numbers: [number],
        caps: [
          { what: "sms_segments", used: 12, cap: 1000, currency: null },
          { what: "spend", used: 94_800, cap: 500_000_000, currency: "USD" },
        ],
      },
    },
  },
  {
    method: "GET",
    path: "/usage/export",
    tag: "Business",
    summary: "Fetch usage as CSV",
    description: "One line per message, call and number of the last days.",
    can: "usage.read",
    query: UsageQuery,
    file: "text/csv",
    example: { query: { days: "30" } },
  },
];
