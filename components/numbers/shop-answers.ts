import { z } from "zod";

const Offer = z.object({
  e164: z.string(),
  country: z.string(),
  locality: z.string().optional(),
  region: z.string().optional(),
  capabilities: z.object({ voice: z.boolean(), sms: z.boolean(), mms: z.boolean() }),
  requirement: z.enum(["none", "any", "local", "foreign", "kyc"]),
  price: z.object({ monthly: z.number(), setup: z.number(), currency: z.string() }).optional(),
});

/** A number for sale, as our API tells it. */
export type Offer = z.output<typeof Offer>;

/** An account that numbers can be bought with; id null: the installation's. */
export type ShopAccount = { id: string | null; carrier: string; label: string };

/** What a search answers. */
export const Offers = z.object({
  source: z.enum(["own", "platform", "simulator", "demo"]),
  data: z.array(Offer),
});
export type Offers = z.output<typeof Offers>;

/** A number that was bought; its webhooks may still need a repair. */
export const Bought = z.object({
  id: z.string(),
  webhooks: z.object({ ok: z.boolean(), sentence: z.string().optional() }),
});

/** What the carrier wants to know before it sells, in words; null when nothing. */
export function requirementWords({ requirement }: Offer): string | null {
  switch (requirement) {
    case "none":
      return null;
    case "any":
      return "Needs an address on file at the carrier";
    case "local":
      return "Needs an address in the number's own area at the carrier";
    case "foreign":
      return "Needs an address abroad at the carrier";
    case "kyc":
      return "Needs proof of identity (KYC, Aadhaar) at the carrier";
  }
}

/** A price in words; null where the carrier tells none. */
export function priceWords({ price }: Offer): string | null {
  if (!price) return null;
  const money = (amount: number) =>
    new Intl.NumberFormat("en", { style: "currency", currency: price.currency || "USD" }).format(amount);
  return price.setup > 0
    ? `${money(price.monthly)} a month, ${money(price.setup)} once`
    : `${money(price.monthly)} a month`;
}
