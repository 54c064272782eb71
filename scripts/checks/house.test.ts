import { describe, expect, test } from "vitest";
import { checkCycles } from "./cycles";
import { describeFinding } from "./finding";
import { checkHouse } from "./house";
import { readSources } from "./read-sources";
import { checkRoutes } from "./routes";
import { parseSources, type Sources } from "./source-file";
import { checkVendorNames } from "./vendor-names";

/** What the checks say of some sources, one line per finding. */
function say(sources: Sources): string[] {
  return checkHouse(sources, { vendorNames: {}, handlers: {} }).map(describeFinding);
}

const face = { "lib/customers/index.ts": "", "lib/messages/index.ts": "", "lib/db/index.ts": "" };

// Each of these stands for a guard: what is written in it must be found, or the guard is gone.
const broken: Record<string, [sources: Sources, expected: RegExp]> = {
  "a port imports a noun": [
    { ...face, "lib/db/x.ts": 'import "@/lib/customers";' },
    /^lib\/db\/x\.ts:1 {2}lib\/db imports lib\/customers, which stands above it/,
  ],
  "a lower noun imports a higher one, as a type": [
    { ...face, "lib/customers/x.ts": '\nimport type { A } from "@/lib/messages";' },
    /^lib\/customers\/x\.ts:2 {2}lib\/customers imports lib\/messages/,
  ],
  "a lower noun imports a higher one, later": [
    { ...face, "lib/customers/x.ts": 'export const later = import("@/lib/messages");' },
    /lib\/customers imports lib\/messages/,
  ],
  "a lower noun imports a higher one, inside a type": [
    { ...face, "lib/customers/x.ts": 'export type A = import("@/lib/messages").A;' },
    /lib\/customers imports lib\/messages/,
  ],
  "the kernel imports the settings of the process": [
    { "lib/env.ts": "", "lib/kernel/x.ts": 'import "../env";' },
    /lib\/kernel imports lib\/env/,
  ],
  "a folder without a place": [{ "lib/gadgets/x.ts": "" }, /lib\/gadgets has no place in the order/],
  "a noun is entered past its face": [
    { ...face, "lib/customers/find.ts": "", "lib/messages/x.ts": 'import "@/lib/customers/find";' },
    /imports lib\/customers\/find\.ts past the face of lib\/customers/,
  ],
  "a folder imports its own face": [
    { ...face, "lib/customers/x.ts": 'import "./index";' },
    /imports the face of its own folder/,
  ],
  "lib imports the app": [
    { "app/x.ts": "", "lib/customers/x.ts": 'import "@/app/x";' },
    /lib imports @\/app\/x/,
  ],
  "a component imports the app": [
    { "app/x.ts": "", "components/y.tsx": 'import "@/app/x";' },
    /a component imports @\/app\/x/,
  ],
  "a page imports the database": [
    { ...face, "app/page.tsx": 'import "@/lib/db";' },
    /routing or looks import the database/,
  ],
  "the product imports a script": [
    { "scripts/x.ts": "", "app/page.tsx": 'import "@/scripts/x";' },
    /the product imports @\/scripts\/x/,
  ],
  "the product imports a test's builder": [
    { "lib/messages/testing.ts": "", "lib/messages/x.ts": 'import "./testing";' },
    /imports lib\/messages\/testing\.ts, which is for tests/,
  ],
  "the simulator imports the product": [
    { "lib/kernel/ids.ts": "", "simulator/x.ts": 'import "../lib/kernel/ids";' },
    /the simulator imports \.\.\/lib\/kernel\/ids/,
  ],
  "the simulator's tests import the product": [
    { "lib/kernel/ids.ts": "", "simulator/x.test.ts": 'import "@/lib/kernel/ids";' },
    /the simulator imports/,
  ],
  "the product imports the simulator": [
    { "simulator/x.ts": "", "lib/carriers/x.ts": 'import "@/simulator/x";' },
    /the product imports @\/simulator\/x/,
  ],
  "a carrier's folder is used beside the registry": [
    { "lib/carriers/twilio/x.ts": "", "lib/carriers/y.ts": 'import "./twilio/x";' },
    /imports the folder of twilio/,
  ],
  "one carrier uses another": [
    { "lib/carriers/twilio/x.ts": "", "lib/carriers/vobiz/y.ts": 'import "../twilio/x";' },
    /imports the folder of twilio/,
  ],
  "a noun uses a carrier's folder": [
    { "lib/carriers/twilio/x.ts": "", "lib/messages/y.ts": 'import "@/lib/carriers/twilio/x";' },
    /imports lib\/carriers\/twilio\/x\.ts from outside lib\/carriers/,
  ],
  "a noun uses the jobs of another": [
    { "lib/customers/jobs.ts": "", "lib/messages/x.ts": 'import "@/lib/customers/jobs";' },
    /imports lib\/customers\/jobs\.ts past the face/,
  ],
  "two files import each other": [
    { "lib/jobs/a.ts": 'import "./b";', "lib/jobs/b.ts": 'import type { A } from "./a";' },
    /imports go round: lib\/jobs\/a\.ts → lib\/jobs\/b\.ts → lib\/jobs\/a\.ts/,
  ],
  "two folders import each other through different files": [
    {
      "components/a/one.ts": 'import "../b/two";',
      "components/a/three.ts": "",
      "components/b/two.ts": "",
      "components/b/four.ts": 'import "../a/three";',
    },
    /imports go round: components\/a → components\/b → components\/a/,
  ],
  "browser code imports a verb": [
    { ...face, "components/x.tsx": '"use client";\nimport { find } from "@/lib/customers";' },
    /^components\/x\.tsx:2 {2}browser code imports @\/lib\/customers/,
  ],
  "browser code reaches the settings through another file": [
    {
      "lib/env.ts": "",
      "components/x.tsx": '"use client";\nimport "./y";',
      "components/y.ts": 'import { env } from "@/lib/env";',
    },
    /browser code reaches the server: components\/x\.tsx → components\/y\.ts → lib\/env\.ts/,
  ],
  "browser code reaches Node through a noun's rules": [
    {
      "components/x.tsx": '"use client";\nimport "@/lib/gate/rules";',
      "lib/gate/rules.ts": 'import "node:crypto";',
    },
    /reaches the server: .* → node:crypto/,
  ],
  "a noun imports a framework": [
    { "lib/messages/x.ts": 'import { cookies } from "next/headers";' },
    /a noun imports next\/headers/,
  ],
  "a noun takes a request": [
    { "lib/messages/x.ts": "/** Reads. */\nexport function read(request: Request) { return request; }" },
    /^lib\/messages\/x\.ts:2 {2}a noun handles a Request/,
  ],
  "a noun makes a response": [
    { "lib/messages/x.ts": 'export const empty = new Response("");' },
    /a noun handles a Response/,
  ],
  "a noun opens the database itself": [{ "lib/messages/x.ts": 'import { Pool } from "pg";' }, /imports pg/],
  "a page takes Prisma's types": [
    {
      "lib/db/generated/client.ts": "",
      "app/page.tsx": 'import type { Message } from "@/lib/db/generated/client";',
    },
    /imports @\/lib\/db\/generated\/client/,
  ],
  "the environment is read elsewhere": [
    { "lib/messages/x.ts": "\nexport const mode = process.env.MODE;" },
    /^lib\/messages\/x\.ts:2 {2}reads process\.env/,
  ],
  "a noun names a carrier": [
    { "lib/messages/x.ts": 'export const isOurs = (carrier: string) => carrier === "Twilio";' },
    /names twilio/,
  ],
  "a route past the wrapper": [
    { "app/api/v1/x/route.ts": "export async function POST(request: Request) { return request; }" },
    /POST is not made by a wrapper/,
  ],
  "a route with a wrapper of its own": [
    { "app/api/v1/x/route.ts": 'import { route } from "./own";\nexport const GET = route({}, () => 1);' },
    /^app\/api\/v1\/x\/route\.ts:2 {2}GET is not made by a wrapper/,
  ],
  "a route that does the work itself": [
    {
      "app/api/v1/x/route.ts": `import { route } from "@/lib/wiring/route";\nexport const GET = route({}, () => {${"\n".repeat(26)}});`,
    },
    /GET takes 27 lines/,
  ],
  "an exported function without a doc comment": [
    { "lib/messages/x.ts": "// Not one.\nexport function sendMessage() {}" },
    /^lib\/messages\/x\.ts:2 {2}sendMessage is exported without a doc comment/,
  ],
  "an exported constant function without a doc comment": [
    { "lib/messages/x.ts": "/** Of another. */\nconst a = 1;\nexport const sendMessage = () => a;" },
    /sendMessage is exported without a doc comment/,
  ],
  "a file that is too long": [{ "lib/messages/x.ts": "\n".repeat(351) }, /351 lines, more than 350/],
  "a catch-all folder": [{ "components/utils/x.ts": "" }, /components\/utils says nothing/],
  "a catch-all file": [{ "components/helpers.ts": "" }, /components\/helpers says nothing/],
  "the compiler switched off": [
    { "app/x.ts": "\n// @ts-expect-error later" },
    /^app\/x\.ts:2 {2}switches the compiler off/,
  ],
  "a double cast": [{ "app/x.ts": "export const x = 1 as unknown as string;" }, /casts twice/],
  "a verb that says nothing": [{ "lib/messages/handle.ts": "" }, /is called handle/],
  "one type in two homes": [
    {
      "lib/customers/schema.ts": "export type Person = 1;",
      "lib/messages/schema.ts": "export type Person = 2;",
    },
    /exports a second type Person, beside the one in lib\/customers\/schema\.ts/,
  ],
};

describe("is found", () => {
  test.each(Object.entries(broken))("%s", (_what, [sources, expected]) => {
    const found = say(sources).filter((line) => expected.test(line));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/\n {4}→ \S.*\.$/);
  });
});

const sound: Record<string, Sources> = {
  "wiring that registers a noun's jobs": {
    "lib/messages/jobs.ts": "",
    "lib/wiring/jobs.ts": 'import "@/lib/messages/jobs";',
  },
  "danger imported by its name": {
    "lib/auth/unsafe-users.ts": "",
    "lib/tenants/x.ts": 'import "@/lib/auth/unsafe-users";',
  },
  "a noun that uses the faces below it": {
    ...face,
    "lib/messages/send-message.ts": 'import "@/lib/customers";\nimport "@/lib/db";\nimport "./rules";',
    "lib/messages/rules.ts": "",
  },
  "a test that uses a higher noun, its own face and the simulator": {
    ...face,
    "simulator/index.ts": "",
    "lib/customers/x.test.ts": 'import "@/lib/messages";\nimport "./index";\nimport "@/simulator";',
  },
  "browser code with a schema, the kernel and types": {
    "lib/messages/schema.ts": "",
    "lib/kernel/segments.ts": "",
    "components/x.tsx": '"use client";\nimport "@/lib/messages/schema";\nimport "@/lib/kernel/segments";',
  },
  "a route made by the wrapper": {
    "lib/wiring/route.ts": "",
    "app/api/v1/x/route.ts":
      'import { route } from "@/lib/wiring/route";\nexport const GET = route({}, () => 1);\nexport const dynamic = "force-dynamic";',
  },
  "a webhook mounted from its table": {
    "lib/webhooks/index.ts": "",
    "app/api/x/route.ts": 'import { hooks } from "@/lib/webhooks";\nexport const POST = hooks.sms;',
  },
  "a carrier's name in a comment and in its own folder": {
    "lib/messages/x.ts": "// Twilio sends no callback for the first status.\nexport const x = 1;",
    "lib/carriers/twilio/x.ts": 'export const name = "twilio";',
  },
  "a documented function with a line comment between": {
    "lib/messages/x.ts": "/** Sends. */\n// biome-ignore lint: because\nexport async function send() {}",
  },
};

describe("is left alone", () => {
  test.each(Object.entries(sound))("%s", (_what, sources) => {
    expect(say(sources)).toEqual([]);
  });
});

test("an exception that is not needed any more is a finding", () => {
  expect(checkVendorNames([], { "lib/messages/x.ts": "why" })).toHaveLength(1);
  expect(checkRoutes([], { "app/x/route.ts": "why" })).toHaveLength(1);
});

test("an exception excuses its own file only", () => {
  const files = parseSources({ "lib/messages/x.ts": 'export const a = "twilio";' });
  expect(checkVendorNames(files, { "lib/messages/x.ts": "why" })).toEqual([]);
  expect(checkVendorNames(files, {})).toHaveLength(1);
});

test("every knot is named once, with the shortest way around", () => {
  const ring = {
    "lib/jobs/a.ts": 'import "./b";',
    "lib/jobs/b.ts": 'import "./c";',
    "lib/jobs/c.ts": 'import "./a";',
  };
  const found = checkCycles(parseSources({ ...ring, "lib/jobs/d.ts": 'import "./a";' }));
  expect(found.map(({ what }) => what)).toEqual([
    "imports go round: lib/jobs/a.ts → lib/jobs/b.ts → lib/jobs/c.ts → lib/jobs/a.ts",
  ]);
});

test("a file that cannot be parsed is named", () => {
  expect(() => parseSources({ "lib/x/y.ts": "export const = 1" })).toThrow("lib/x/y.ts cannot be parsed");
});

test("the project's own sources are read, generated ones left out", () => {
  const paths = Object.keys(readSources("."));
  expect(paths).toContain("scripts/checks/house.test.ts");
  expect(paths.some((path) => path.includes("generated/") || path.includes("node_modules/"))).toBe(false);
});
