import type { AvailableNumber } from "@/lib/carriers";
import type { NumberQuery } from "./schema";

// Ranges that are kept for fiction (North America 555-01xx, Ofcom's drama numbers) or that ring nowhere.
const starts: Record<string, { prefix: string; locality: string }[]> = {
  US: [
    { prefix: "+1212555010", locality: "New York" },
    { prefix: "+1415555010", locality: "San Francisco" },
    { prefix: "+1312555010", locality: "Chicago" },
  ],
  CA: [{ prefix: "+1416555010", locality: "Toronto" }],
  GB: [{ prefix: "+4420794601", locality: "London" }],
  IN: [{ prefix: "+91795550010", locality: "Ahmedabad" }],
};

/** Examples for an installation without any account, so that the shop can be tried. They cost nothing and ring nowhere. */
export function demoStock(query: NumberQuery): AvailableNumber[] {
  const digits = `${query.areaCode ?? ""}`;
  return (starts[query.country] ?? [])
    .flatMap(({ prefix, locality }) =>
      [0, 1, 2, 3].map((last) => ({ e164: completed(prefix, last), locality })),
    )
    .filter(({ e164 }) => e164.includes(digits) && e164.includes((query.contains ?? "").replace(/\D/g, "")))
    .map(({ e164, locality }) => ({
      ...{ e164, friendlyName: e164, country: query.country, kind: query.kind, locality },
      capabilities: { voice: true, sms: query.country !== "IN", mms: false },
      requirement: "none" as const,
    }));
}

/** Whether a number is one of the examples. */
export function isDemoStock(e164: string): boolean {
  return Object.values(starts).some((list) => list.some(({ prefix }) => e164.startsWith(prefix)));
}

function completed(prefix: string, last: number): string {
  return prefix.startsWith("+44")
    ? `${prefix}0${last}`
    : prefix.startsWith("+91")
      ? `${prefix}${last}`
      : `${prefix}${last}`;
}
