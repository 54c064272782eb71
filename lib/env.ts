import { existsSync } from "node:fs";
import { type ParsedEnv, parseEnv } from "./env/parse";
import { readOrMakeSecret } from "./env/secrets";

export type { CarrierSettings } from "./env/carriers";
export { type ParsedEnv, parseEnv, SettingsError } from "./env/parse";

/** All settings of this process. */
export type Env = ParsedEnv & {
  /** Key of the session tokens; generated into the data folder on first use when it is not set. */
  readonly nextAuthSecret: string;
  /** Key that seals credentials, 32 bytes in base64; generated likewise. */
  readonly encryptionKey: string;
  /** Whether `next build`'s output is served, rather than the development server or a test. */
  readonly isProduction: boolean;
};

/** Fills in the generated secrets. They are made when first asked for, so that a build or a check writes nothing. */
export function withSecrets(parsed: ParsedEnv, isProduction: boolean): Env {
  return {
    ...parsed,
    isProduction,
    get nextAuthSecret() {
      return parsed.nextAuthSecret ?? readOrMakeSecret(parsed.dataDir, "nextauth-secret");
    },
    get encryptionKey() {
      return parsed.encryptionKey ?? readOrMakeSecret(parsed.dataDir, "encryption-key");
    },
  };
}

function bootEnv(): Env {
  const isTest = process.env.VITEST !== undefined;
  if (!isTest && existsSync(".env")) process.loadEnvFile(".env");
  const parsed = parseEnv(process.env);
  // next-auth reads its own address from here and from nowhere else.
  process.env.NEXTAUTH_URL = parsed.publicUrl;
  return withSecrets(parsed, process.env.NODE_ENV === "production");
}

// Node and Next's bundle each load this file once; both must see the same settings.
const shared = globalThis as typeof globalThis & { trunklineEnv?: Env };

/** The settings, read once at start. Importing this throws a `SettingsError` when they cannot be used. */
export const env: Env = shared.trunklineEnv ?? bootEnv();
shared.trunklineEnv = env;
