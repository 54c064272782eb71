import { z } from "zod";
import { EmailAddress, NewPassword, PersonName } from "@/lib/auth/schema";

/** An ISO 3166-1 alpha-2 country code. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, "Use a two-letter country code");

/** A time zone that this machine knows, by its IANA name. */
export const TimeZone = z.string().max(60).refine(isTimeZone, "Unknown time zone");

/** A language with region, such as en-US or hi-IN. */
export const Locale = z.string().max(35).refine(isLocale, "Unknown language");

const BusinessName = z.string().trim().min(2, "Tell us the name of the business").max(80);

/** What a tenant may send per day and to where; the send gate enforces it. */
export const TenantLimits = z.object({
  /** Countries that texts may go to; null: the tenant's own country only. */
  allowedCountries: z.array(CountryCode).max(250).nullable().default(null),
  /** SMS segments per local day. */
  dailyTextCap: z.int().min(0).max(1_000_000).default(1000),
  /** WhatsApp messages per local day. */
  dailyWhatsappCap: z.int().min(0).max(1_000_000).default(1000),
  /** Minutes of outbound calls per local day. */
  dailyCallMinutesCap: z.int().min(0).max(1_000_000).default(600),
  /** What may be spent per local day, in main units of whatever currency it is spent in; currencies count by themselves. */
  dailySpendCap: z.number().min(0).max(1_000_000).default(500),
  /** Numbers rented through the platform's account. */
  numberCap: z.int().min(0).max(10_000).default(10),
  /** What they may cost per month together, in major units of the price list's currency. */
  monthlyNumberCap: z.number().min(0).max(1_000_000).default(2_500),
});
export type TenantLimits = z.output<typeof TenantLimits>;

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Use a time such as 21:00");

/** When nobody is texted, on the clock of whoever would be: `HH:MM` to `HH:MM`, over midnight too. */
export const QuietHours = z
  .strictObject({ isOn: z.boolean(), from: ClockTime, to: ClockTime })
  .refine(({ from, to }) => from !== to, { message: "Choose two different times.", path: ["to"] });
export type QuietHours = z.output<typeof QuietHours>;

/** What stands in `tenants.settings`. Everything has a default, so that a row from before a setting existed still reads. */
export const TenantSettings = z.object({
  limits: TenantLimits.prefault({}),
  /** Languages that the business speaks with its customers, the first one by preference. */
  languages: z.array(Locale).max(10).default([]),
  quietHours: QuietHours.default({ isOn: false, from: "21:00", to: "08:00" }),
  /** Why the super admin closed the business for now, in words that its people read; null while it is open. */
  suspension: z.object({ reason: z.string(), since: z.string() }).nullable().default(null),
});
export type TenantSettings = z.output<typeof TenantSettings>;

/** A new business. */
export const NewTenant = z.object({
  name: BusinessName,
  country: CountryCode.default("US"),
  timezone: TimeZone.default("UTC"),
});
export type NewTenant = z.output<typeof NewTenant>;

/** A new business with the account of whoever owns it. */
export const SignUp = z.object({
  businessName: BusinessName,
  country: NewTenant.shape.country,
  timezone: NewTenant.shape.timezone,
  name: PersonName,
  email: EmailAddress,
  password: NewPassword,
});
export type SignUp = z.output<typeof SignUp>;

/** What an admin sees and changes of the business. */
export const BusinessDetails = z.object({
  name: BusinessName,
  country: CountryCode,
  timezone: TimeZone,
  languages: z.array(Locale).max(10),
});
export type BusinessDetails = z.output<typeof BusinessDetails>;

/** A change to the business; what is left out stays. */
export const TenantChange = BusinessDetails.extend({ locale: Locale, quietHours: QuietHours }).partial();
export type TenantChange = z.output<typeof TenantChange>;

/** Working in another of one's businesses. */
export const TenantSwitch = z.object({ tenantId: z.uuid() });

/** Removing a business is confirmed by typing its name. */
export const TenantRemoval = z.object({ confirmation: z.string().max(200) });

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
