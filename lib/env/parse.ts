import { resolve } from "node:path";
import { type CarrierSettings, readCarriers } from "./carriers";
import { type Settings, secretSettings, settingNames, settings } from "./settings";
import { unknownSettings } from "./spelling";

/** All settings, with defaults filled in. The two secrets may be missing here: they are made on first use. */
export type ParsedEnv = {
  port: number;
  simulatorPort: number;
  /** Whether this install runs the carrier simulator and talks to it instead of the real carriers. */
  simulatorMode: boolean;
  /** Absolute path of the folder that holds the embedded database, recordings and generated secrets. */
  dataDir: string;
  /** `undefined`: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined;
  /** `undefined`: LISTEN/NOTIFY carries the live stream. */
  redisUrl: string | undefined;
  /** Origin that carriers and browsers reach us at, without trailing slash. */
  publicUrl: string;
  nextAuthSecret: string | undefined;
  /** Base64 of 32 bytes. */
  encryptionKey: string | undefined;
  /** Earlier sealing keys that may still open what they sealed. */
  previousEncryptionKeys: readonly string[];
  /** By carrier name. */
  carriers: Readonly<Record<string, CarrierSettings>>;
  /** Where the simulator answers, also while it does not run. */
  simulatorUrl: string;
  openai: {
    apiKey: string | undefined;
    baseUrl: string | undefined;
    model: string;
    realtimeModel: string | null;
  };
  /** The carrier that texts leave through when a number does not say. */
  defaultTextingCarrier: string;
  /** `null`: no mail server; links are shown on the screen only. */
  mail: { url: string; from: string } | null;
  /** Whether the demo world is made at start. */
  demoMode: boolean;
  /** Whether the web process also works jobs. */
  worker: boolean;
  logLevel: NonNullable<Settings["LOG_LEVEL"]>;
  /** Sentences about variables that look like misspelled settings; the start shows them and goes on. */
  warnings: readonly string[];
};

/** Settings that cannot be used: one sentence per problem with cause and cure. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

/** Reads all settings from a record such as `process.env`; throws one `SettingsError` that names every problem. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): ParsedEnv {
  const given = readSettings(source);
  const problems = contradictions(given);
  if (problems.length > 0) throw new SettingsError(problems);
  const names = Object.keys(source).filter((name) => source[name] !== undefined);
  return { ...withDefaults(given), warnings: unknownSettings(names, settingNames) };
}

function readSettings(source: Readonly<Record<string, string | undefined>>): Settings {
  // An empty variable is an unset one: compose files and CI systems pass them so.
  const filled = settingNames.map((name) => [name, source[name]?.trim() || undefined] as const);
  const values = Object.fromEntries(filled);
  const result = settings.safeParse(values);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const value = secretSettings.has(name) ? "" : ` It is "${values[name]}" now.`;
    return `${name} must be ${issue.message}.${value} Correct it in the environment or in .env, or remove it.`;
  });
  throw new SettingsError([...new Set(problems)]);
}

function contradictions(given: Settings): string[] {
  const problems: string[] = [];
  const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token } = given;
  if (sid && !token)
    problems.push("TWILIO_ACCOUNT_SID is set but TWILIO_AUTH_TOKEN is not. Set both, or neither.");
  if (token && !sid)
    problems.push("TWILIO_AUTH_TOKEN is set but TWILIO_ACCOUNT_SID is not. Set both, or neither.");
  if ((given.SMTP_URL === undefined) !== (given.MAIL_FROM === undefined))
    problems.push("SMTP_URL and MAIL_FROM belong together. Set both, or neither.");
  const { port, simulatorPort, simulatorMode } = withDefaults(given);
  if (simulatorMode && port === simulatorPort) {
    problems.push(`PORT and SIMULATOR_PORT are both ${port}. Set one of them to another number.`);
  }
  return problems;
}

function withDefaults(given: Settings): Omit<ParsedEnv, "warnings"> {
  const port = given.PORT ?? 3000;
  const simulatorPort = given.SIMULATOR_PORT ?? 3001;
  const simulatorMode = given.SIMULATOR ?? given.TWILIO_ACCOUNT_SID === undefined;
  const simulatorUrl = `http://localhost:${simulatorPort}`;
  return {
    port,
    simulatorPort,
    simulatorMode,
    dataDir: resolve(given.DATA_DIR ?? ".data"),
    databaseUrl: given.DATABASE_URL,
    redisUrl: given.REDIS_URL,
    publicUrl: given.PUBLIC_URL ?? `http://localhost:${port}`,
    nextAuthSecret: given.NEXTAUTH_SECRET,
    encryptionKey: given.ENCRYPTION_KEY,
    previousEncryptionKeys: given.ENCRYPTION_KEY_PREVIOUS ?? [],
    carriers: readCarriers(given, simulatorMode ? simulatorUrl : null),
    simulatorUrl,
    openai: {
      apiKey: given.OPENAI_API_KEY,
      baseUrl: given.OPENAI_BASE_URL,
      model: given.OPENAI_MODEL ?? "gpt-4o",
      // A compatible server elsewhere rarely speaks realtime: there the model must be named.
      realtimeModel: given.OPENAI_REALTIME_MODEL ?? (given.OPENAI_BASE_URL ? null : "gpt-realtime"),
    },
    defaultTextingCarrier: given.SMS_DEFAULT ?? "twilio",
    mail: given.SMTP_URL && given.MAIL_FROM ? { url: given.SMTP_URL, from: given.MAIL_FROM } : null,
    demoMode: given.DEMO ?? given.DATABASE_URL === undefined,
    worker: given.WORKER ?? true,
    logLevel: given.LOG_LEVEL ?? "info",
  };
}
