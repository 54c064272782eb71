import { fork } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseEnv, SettingsError, withSecrets } from "./env";
import { readOrMakeSecret } from "./env/secrets";
import { settingNames } from "./env/settings";

const folder = mkdtempSync(join(tmpdir(), "trunkline env "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const own = { TWILIO_ACCOUNT_SID: `AC${"1".repeat(32)}`, TWILIO_AUTH_TOKEN: "t".repeat(32) };

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

test("without any setting the whole product runs on this machine", () => {
  expect(parseEnv({})).toMatchObject({
    port: 3000,
    simulatorPort: 3001,
    simulatorMode: true,
    databaseUrl: undefined,
    publicUrl: "http://localhost:3000",
    carriers: {
      twilio: {
        account: {
          accountSid: "AC00000000000000000000000000000001",
          authToken: "0123456789abcdef0123456789abcdef",
        },
        apiBaseUrl: "http://localhost:3001",
        fromNumber: "+15005550006",
        mayText: true,
      },
      vobiz: {
        account: { authId: "MA_DEMO0001", authToken: "fedcba9876543210fedcba9876543210" },
        apiBaseUrl: "http://localhost:3001",
      },
    },
    openai: { apiKey: undefined, model: "gpt-4o" },
    defaultTextingCarrier: "twilio",
    demoMode: true,
    worker: true,
    logLevel: "info",
    warnings: [],
  });
});

test("an own Twilio account turns the simulator off", () => {
  const settings = parseEnv({ ...own, TWILIO_MESSAGING_SERVICE_SID: `MG${"1".repeat(32)}` });
  expect(settings).toMatchObject({
    simulatorMode: false,
    carriers: {
      twilio: {
        account: { accountSid: own.TWILIO_ACCOUNT_SID, authToken: own.TWILIO_AUTH_TOKEN },
        apiBaseUrl: "https://api.twilio.com",
        textingPool: `MG${"1".repeat(32)}`,
      },
      vobiz: { account: null, apiBaseUrl: "https://api.vobiz.ai" },
    },
  });
  expect(settings.carriers.twilio).not.toHaveProperty("fromNumber");
  const off = parseEnv({ SIMULATOR: "off", SMS_TWILIO_ENABLED: "off" });
  expect(off).toMatchObject({
    simulatorMode: false,
    carriers: { twilio: { account: null, mayText: false } },
  });
  const both = parseEnv({ ...own, SIMULATOR: "on" });
  expect(both.carriers.twilio).toMatchObject({ apiBaseUrl: "http://localhost:3001" });
});

test("an own database turns the demo world off, unless it is asked for", () => {
  const DATABASE_URL = "postgresql://u:p@localhost:5432/trunkline";
  expect(parseEnv({ DATABASE_URL }).demoMode).toBe(false);
  expect(parseEnv({ DATABASE_URL, DEMO: "on" }).demoMode).toBe(true);
  expect(parseEnv({ DEMO: "off" }).demoMode).toBe(false);
});

test("values are tidied: empty is unset, switches take many words, addresses lose their slash", () => {
  expect(parseEnv({ PORT: "", SIMULATOR_PORT: " 4001 ", WORKER: "FALSE" })).toMatchObject({
    port: 3000,
    simulatorPort: 4001,
    worker: false,
  });
  expect(parseEnv({ PORT: "4000" }).publicUrl).toBe("http://localhost:4000");
  expect(parseEnv({ PUBLIC_URL: "https://Desk.example.com/" }).publicUrl).toBe("https://desk.example.com");
  const { carriers } = parseEnv({ TWILIO_API_BASE_URL: "http://127.0.0.1:9/" });
  expect(carriers.twilio?.apiBaseUrl).toBe("http://127.0.0.1:9");
});

test.each([
  ["PORT", "abc"],
  ["PORT", "70000"],
  ["SIMULATOR", "maybe"],
  ["DATABASE_URL", "mysql://localhost/x"],
  ["DATABASE_URL", "postgresql://u:p#ss@host/desk"],
  ["REDIS_URL", "localhost:6379"],
  ["PUBLIC_URL", "desk.example.com"],
  ["PUBLIC_URL", "https://desk.example.com/app"],
  ["PUBLIC_URL", "ftp://desk.example.com"],
  ["NEXTAUTH_SECRET", "short"],
  ["ENCRYPTION_KEY", "c2hvcnQ="],
  ["ENCRYPTION_KEY_PREVIOUS", "c2hvcnQ="],
  ["TWILIO_ACCOUNT_SID", "SK00000000000000000000000000000001"],
  ["TWILIO_AUTH_TOKEN", "0123"],
  ["TWILIO_FROM_NUMBER", "(206) 555-0123"],
  ["TWILIO_MESSAGING_SERVICE_SID", "AC1"],
  ["OPENAI_BASE_URL", "api.openai.com"],
  ["LOG_LEVEL", "loud"],
])("%s=%s is refused in one sentence that names it", (name, value) => {
  const problems = problemsOf({ ...own, [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name} must be [^.].*(Correct it|remove it)`));
});

test("a secret is never repeated, another value is", () => {
  expect(problemsOf({ ...own, TWILIO_AUTH_TOKEN: "hunter2" }).join()).not.toContain("hunter2");
  expect(problemsOf({ DATABASE_URL: "mysql://u:hunter2@h/d" }).join()).not.toContain("hunter2");
  expect(problemsOf({ PORT: "abc" }).join()).toContain('"abc"');
});

test("every problem is named at once", () => {
  expect(problemsOf({ PORT: "abc", LOG_LEVEL: "loud" })).toHaveLength(2);
});

test("settings that contradict each other are named", () => {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = own;
  expect(problemsOf({ TWILIO_ACCOUNT_SID }).join()).toContain("TWILIO_AUTH_TOKEN is not");
  expect(problemsOf({ TWILIO_AUTH_TOKEN }).join()).toContain("TWILIO_ACCOUNT_SID is not");
  expect(problemsOf({ PORT: "3001" }).join()).toContain("PORT and SIMULATOR_PORT are both 3001");
  expect(problemsOf({ ...own, PORT: "3001" })).toEqual([]);
});

test.each([
  ["TWILIO_ACOUNT_SID", "TWILIO_ACCOUNT_SID"],
  ["DATABSE_URL", "DATABASE_URL"],
  ["PUBLIC_URI", "PUBLIC_URL"],
  ["OPENAI_API_KEYS", "OPENAI_API_KEY"],
])("%s is taken for a misspelled %s", (name, meant) => {
  expect(parseEnv({ [name]: "x" }).warnings.join()).toContain(`Did you mean ${meant}?`);
});

test("a variable with a prefix of ours is named, other programs' variables are not", () => {
  expect(parseEnv({ TWILIO_REGION: "ie1" }).warnings.join()).toContain("TWILIO_REGION is not a setting");
  const others = {
    HOME: "/",
    PATH: "/",
    NODE_ENV: "x",
    OPENAI_ORG_ID: "x",
    NEXTAUTH_URL: "x",
    npm_config_x: "x",
  };
  expect(parseEnv({ ...others, LOG_LEVELS: undefined }).warnings).toEqual([]);
});

test(".env.example names every setting and no other", () => {
  const named = readFileSync(".env.example", "utf8").matchAll(/^#([A-Z_]+)=/gm);
  expect([...named].map((match) => match[1]).sort()).toEqual([...settingNames].sort());
});

test("secrets are made once, only when asked for, and readable by the owner only", () => {
  const dataDir = join(folder, "made");
  const env = withSecrets(parseEnv({ DATA_DIR: dataDir }), false);
  expect(() => readdirSync(dataDir)).toThrow("ENOENT");
  const made = [env.nextAuthSecret, env.encryptionKey];
  expect(made.map((secret) => Buffer.from(secret, "base64").length)).toEqual([32, 32]);
  expect(made[0]).not.toBe(made[1]);
  expect(readdirSync(dataDir).sort()).toEqual(["encryption-key", "nextauth-secret"]);
  expect(statSync(join(dataDir, "encryption-key")).mode & 0o777).toBe(0o600);
  const again = withSecrets(parseEnv({ DATA_DIR: dataDir }), false);
  expect([again.nextAuthSecret, again.encryptionKey]).toEqual(made);
  const given = withSecrets(parseEnv({ DATA_DIR: dataDir, NEXTAUTH_SECRET: "x".repeat(40) }), false);
  expect(given.nextAuthSecret).toBe("x".repeat(40));
});

test("a damaged secret stops the start instead of being replaced", () => {
  writeFileSync(join(folder, "damaged"), "half");
  expect(() => readOrMakeSecret(folder, "damaged")).toThrow("damaged");
});

test("processes that start at once get the same secret", async () => {
  const script = join(folder, "race.mjs");
  const source = join(import.meta.dirname, "env/secrets.ts");
  writeFileSync(
    script,
    `import { readOrMakeSecret } from ${JSON.stringify(source)};
     process.once("message", () => { process.send(readOrMakeSecret(${JSON.stringify(folder)}, "raced")); process.disconnect(); });
     process.send("ready");`,
  );
  const racers = Array.from({ length: 4 }, () => fork(script, { execArgv: ["--import", "tsx"] }));
  const next = (racer: (typeof racers)[number]) => new Promise((resolve) => racer.once("message", resolve));
  await Promise.all(racers.map(next));
  const secrets = racers.map(next);
  for (const racer of racers) racer.send("go");
  expect(new Set(await Promise.all(secrets)).size).toBe(1);
  expect(readdirSync(folder).filter((name) => name.startsWith("raced"))).toEqual(["raced"]);
});
