import { z } from "zod";
import { EmailAddress, PersonName } from "@/lib/auth/schema";
import { NewTenant, TenantLimits } from "@/lib/tenants/schema";

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
