import pino from "pino";
import { env } from "@/lib/env";

const secretFields = [
  ...[
    "password",
    "currentPassword",
    "newPassword",
    "token",
    "authToken",
    "apiKey",
    "key",
    "secret",
    "sealed",
  ],
  ...["authorization", "cookie", "set-cookie", "body", "Body"],
];

/** Field names whose values never reach the log: secrets, and what people write to each other. */
const redact = {
  paths: secretFields.flatMap((name) => [`["${name}"]`, `*["${name}"]`]),
  censor: "[redacted]",
};

const home = globalThis as typeof globalThis & { trunklineLog?: pino.Logger };

/** The process's logger: one JSON line per entry on standard output. Pass facts as the first parameter, a fixed sentence as the second. */
export const log: pino.Logger =
  home.trunklineLog ??
  pino({ level: env.logLevel, base: null, redact, timestamp: pino.stdTimeFunctions.isoTime });

home.trunklineLog = log;
