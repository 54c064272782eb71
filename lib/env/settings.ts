import { z } from "zod";

// Every message says what the value must be, as the end of the sentence "NAME must be …".

const onWords: readonly string[] = ["on", "true", "yes", "1"];
const offWords: readonly string[] = ["off", "false", "no", "0"];

const onOff = z
  .string()
  .toLowerCase()
  .refine((text) => onWords.includes(text) || offWords.includes(text), "on or off")
  .transform((text) => onWords.includes(text));

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
    error: "a whole number from 1 to 65535",
  })
  .transform(Number);

const originMessage =
  "the address of a server, such as https://desk.example.com, without path, query or password";

/** An http(s) origin without a trailing slash. */
const origin = z
  .string()
  .transform(withoutTrailingSlash)
  .refine(
    (text) => isUrl(text, ["http:", "https:"]) && new URL(text).origin === text.toLowerCase(),
    originMessage,
  )
  .transform((text) => text.toLowerCase());

const httpUrl = z
  .string()
  .refine((text) => isUrl(text, ["http:", "https:"]), "a URL that begins with https:// or http://")
  .transform(withoutTrailingSlash);

const postgresUrl = z
  .string()
  .refine(
    (text) => isUrl(text, ["postgres:", "postgresql:"]),
    "a URL such as postgresql://user:password@host:5432/database (characters like @, / and # in the password percent-encoded)",
  );

const redisUrl = z
  .string()
  .refine((text) => isUrl(text, ["redis:", "rediss:"]), "a URL such as redis://user:password@host:6379");

const smtpUrl = z
  .string()
  .refine(
    (text) => isUrl(text, ["smtp:", "smtps:"]),
    "a URL such as smtps://user:password@smtp.example.com (characters like @, / and # in the password percent-encoded)",
  );

const sealingKeyMessage = "32 bytes in base64 (make one with: openssl rand -base64 32)";
const sealingKey = z.string().refine(isSealingKey, sealingKeyMessage);

const sealingKeys = z
  .string()
  .transform((text) => text.split(",").map((key) => key.trim()))
  .refine((keys) => keys.every(isSealingKey), "earlier values of ENCRYPTION_KEY, separated by commas");

/** Every setting by its name. What is absent stays undefined; defaults that depend on others are in `parse.ts`. */
export const settings = z.object({
  PORT: port.optional(),
  SIMULATOR_PORT: port.optional(),
  SIMULATOR: onOff.optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: postgresUrl.optional(),
  REDIS_URL: redisUrl.optional(),
  PUBLIC_URL: origin.optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(16, "at least 16 characters (make one with: openssl rand -base64 32)")
    .optional(),
  ENCRYPTION_KEY: sealingKey.optional(),
  ENCRYPTION_KEY_PREVIOUS: sealingKeys.optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-zA-Z]{32}$/, "34 characters that begin with AC, as shown in the Twilio console")
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(32, "at least 32 characters, as shown in the Twilio console").optional(),
  TWILIO_FROM_NUMBER: z
    .string()
    .regex(
      /^\+[1-9]\d{6,14}$/,
      "a number with plus and country code and without spaces, such as +12065550123",
    )
    .optional(),
  TWILIO_MESSAGING_SERVICE_SID: z
    .string()
    .regex(/^MG[0-9a-zA-Z]{32}$/, "34 characters that begin with MG, as shown in the Twilio console")
    .optional(),
  TWILIO_API_BASE_URL: httpUrl.optional(),
  VOBIZ_API_BASE_URL: httpUrl.optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: httpUrl.optional(),
  OPENAI_MODEL: z.string().optional(),
  OPENAI_REALTIME_MODEL: z.string().optional(),
  SMS_DEFAULT: z
    .string()
    .regex(/^[a-z]+$/, "the name of a carrier in small letters, such as twilio")
    .optional(),
  SMS_TWILIO_ENABLED: onOff.optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, "an address, such as Trunkline <desk@example.com>")
    .optional(),
  DEMO: onOff.optional(),
  WORKER: onOff.optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "one of trace, debug, info, warn, error, fatal, silent",
    })
    .optional(),
});

/** The settings as given, each read into its type. */
export type Settings = z.output<typeof settings>;

/** The name of a setting. */
export type SettingName = keyof Settings;

/** The names of all settings. */
export const settingNames = Object.keys(settings.shape) as SettingName[];

/** Settings whose value must never be shown, not even when it is wrong. */
export const secretSettings: ReadonlySet<string> = new Set<SettingName>([
  ...(["DATABASE_URL", "REDIS_URL", "NEXTAUTH_SECRET", "ENCRYPTION_KEY", "ENCRYPTION_KEY_PREVIOUS"] as const),
  ...(["TWILIO_AUTH_TOKEN", "OPENAI_API_KEY", "SMTP_URL"] as const),
]);

function withoutTrailingSlash(url: string): string {
  return url.replace(/\/+$/, "");
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

function isSealingKey(text: string): boolean {
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text);
}
