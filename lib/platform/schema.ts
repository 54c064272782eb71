import { z } from "zod";
import { EmailAddress, PersonName } from "@/lib/auth/schema";
import { NewTenant, TenantLimits } from "@/lib/tenants/schema";
import { usageDirections, usageKinds } from "@/lib/usage/schema";

/** Which businesses to list. */
export const BusinessFilter = z.object({
  search: z.string().trim().max(100).default(""),
  status: z.enum(["all", "active", "suspended"]).default("all"),
});
export type BusinessFilter = z.output<typeof BusinessFilter>;

/** A business that the super admin sets up for somebody. */
export const NewBusiness = NewTenant.extend({ ownerName: PersonName, ownerEmail: EmailAddress });
export type NewBusiness = z.output<typeof NewBusiness>;

/** Why a business is closed for now; its people read it. */
export const Suspension = z.object({
  reason: z.string().trim().min(3, "Say why: the business's people will read it").max(300),
});
export type Suspension = z.output<typeof Suspension>;

/** New limits of a business; what is left out stays. */
export const LimitsChange = z
  .object({
    allowedCountries: TenantLimits.shape.allowedCountries.unwrap(),
    dailyTextCap: TenantLimits.shape.dailyTextCap.unwrap(),
    dailyWhatsappCap: TenantLimits.shape.dailyWhatsappCap.unwrap(),
    dailyCallMinutesCap: TenantLimits.shape.dailyCallMinutesCap.unwrap(),
    dailySpendCap: TenantLimits.shape.dailySpendCap.unwrap(),
    numberCap: TenantLimits.shape.numberCap.unwrap(),
    monthlyNumberCap: TenantLimits.shape.monthlyNumberCap.unwrap(),
  })
  .partial();
export type LimitsChange = z.output<typeof LimitsChange>;

/** Money by currency, in micros. */
export type Spent = { currency: string; micros: number };

/** A business in the super admin's list. */
export type BusinessRow = {
  id: string;
  slug: string;
  name: string;
  status: "active" | "suspended";
  country: string;
  isDemo: boolean;
  createdAt: Date;
  members: number;
  numbers: number;
  /** Messages both ways in the last 30 days. */
  messages: number;
  /** The last 30 days. */
  spent: Spent[];
};

/** A price of the list, new or changed: the same carrier, kind, direction and prefix is the same price. */
export const PriceInput = z.object({
  carrier: z.string().trim().min(2).max(40),
  kind: z.enum(usageKinds),
  direction: z.enum(usageDirections),
  prefix: z
    .string()
    .trim()
    .regex(/^(\+[1-9]\d{0,9})?$/, "Begin with plus, as in +44; leave it empty for everywhere else"),
  /** Millionths of the currency. */
  micros: z.int().min(0).max(10_000_000_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, "Three letters, as in USD"),
});
export type PriceInput = z.output<typeof PriceInput>;

/** A price of the list. */
export type PriceRow = PriceInput & { id: string; isExample: boolean; updatedAt: Date };

/** Which entries of the audit trails to list. */
export const TrailFilter = z.object({
  search: z.string().trim().max(100).default(""),
  tenantId: z.uuid().optional(),
  before: z.iso.datetime().optional(),
});
export type TrailFilter = z.output<typeof TrailFilter>;

/** An entry of any audit trail: a business's, or the platform's own (`tenant` null). */
export type TrailRow = {
  id: string;
  at: Date;
  tenant: string | null;
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
};

/** A carrier account, by its name. */
export const CarrierParams = z.object({ carrier: z.string().max(40) });

/** A job of the queue, by its number. */
export const JobParams = z.object({ id: z.string().regex(/^\d{1,18}$/, "This is no job") });
