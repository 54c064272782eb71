import { beforeAll, beforeEach, describe, expect, it, test, vi } from "vitest";
import { seedConnection } from "@/lib/connections/testing";
import { unsafePlatformSql, withTenant } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import { seedNumber } from "@/lib/messages/testing";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import {
  carrierRequest,
  type Delivery,
  deliver,
  foreignAccount,
  newSid,
  textFields,
  unsafeRowCounts,
} from "./testing";
import { forgetAddressees } from "./unsafe-addressee";

let tenant: SeededTenant;
let number: string;
let smsPath: string;

beforeAll(async () => {
  log.level = "silent"; // hundreds of lines about refused requests
  await testDatabase();
  installWiring();
  tenant = await seedTenant();
  number = (await seedNumber(tenant)).e164;
  smsPath = `/api/twilio/${tenant.slug}/sms`;
});

beforeEach(() => forgetAddressees());

function sms(delivery: Partial<Delivery> = {}, overrides: Record<string, string> = {}): Promise<Response> {
  return deliver({ path: smsPath, fields: textFields(number, overrides), ...delivery });
}

async function setStatus(slug: string, status: string): Promise<void> {
  await unsafePlatformSql("a test suspends a tenant", (sql) =>
    sql.run("UPDATE tenants SET status = $2 WHERE slug = $1", [slug, status]),
  );
  forgetAddressees();
}

async function face(response: Response) {
  return {
    status: response.status,
    headers: [...response.headers],
    body: Buffer.from(await response.arrayBuffer()).toString("base64"),
  };
}

test("a genuine text gets an empty document and stands in the inbox", async () => {
  const response = await sms({}, { Body: "genuine" });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/xml/);
  expect(await response.text()).toMatch(/<Response><\/Response>$/);
  const stored = await withTenant(tenant.ctx, (tx) => tx.message.count({ where: { body: "genuine" } }));
  expect(stored).toBe(1);
});

const realNow = Date.now;
let shift = 0;

describe("what is not believed", () => {
  // The security log takes so many lines a second; each test gets a second of its own.
  beforeEach(() => {
    shift += 2_000;
    vi.spyOn(Date, "now").mockImplementation(() => realNow() + shift);
  });

  const forgeries: [string, () => Promise<Response>][] = [
    ["a forged signature", () => sms({ token: "f".repeat(32) })],
    ["no signature", () => sms({ token: null })],
    ["an empty signature", () => sms({ token: null, headers: { "x-twilio-signature": "" } })],
    ["a signature of an empty token", () => sms({ token: "" })],
    ["another account's token", () => sms({ token: foreignAccount.authToken })],
    [
      "another account's token and name",
      () => sms({ token: foreignAccount.authToken }, { AccountSid: foreignAccount.accountSid }),
    ],
    [
      "another account's name under the right token",
      () => sms({}, { AccountSid: foreignAccount.accountSid }),
    ],
    ["a changed field", () => sms({ headers: { "x-twilio-signature": signatureOf(smsPath) } })],
    ["an unknown tenant", () => sms({ path: "/api/twilio/nobody-here/sms" })],
    ["an unknown tenant and a forged signature", () => sms({ path: "/api/twilio/nobody/sms", token: null })],
    ["a tenant's name that no database can hold", () => sms({ path: "/api/twilio/a%00b/sms" })],
  ];

  it.each(forgeries)(
    "%s: the same 403 to the byte, and nothing but a line in the security log",
    async (_, ask) => {
      const reference = await face(await sms({ token: "e".repeat(32) }));
      const before = await unsafeRowCounts();
      expect(await face(await ask())).toEqual(reference);
      const after = await unsafeRowCounts();
      expect(after).toEqual({ ...before, security_events: (before.security_events ?? 0) + 1 });
    },
  );

  it("a suspended tenant loses no text, and its callers hear a sentence", async () => {
    const suspended = await seedTenant();
    const path = `/api/twilio/${suspended.slug}/sms`;
    const to = (await seedNumber(suspended)).e164;
    expect((await deliver({ path, fields: textFields(to) })).status).toBe(200);
    await setStatus(suspended.slug, "suspended");
    forgetAddressees();
    for (const address of [path, "/api/webhooks/twilio"])
      expect((await deliver({ path: address, fields: textFields(to) })).status).toBe(200);
    expect(await withTenant(suspended.ctx, (tx) => tx.message.count())).toBe(3);
    const fields = {
      ...textFields(to),
      CallSid: newSid().replace("SM", "CA"),
      Direction: "inbound",
      CallStatus: "ringing",
    };
    const answer = await deliver({ path: `/api/twilio/${suspended.slug}/answer`, fields });
    expect(await answer.text()).toMatch(/not in service[^<]*<\/Say><Hangup\/>/);
    expect(await withTenant(suspended.ctx, (tx) => tx.call.count())).toBe(0);
    await setStatus(suspended.slug, "active");
    expect((await deliver({ path, fields: textFields(to) })).status).toBe(200);
  });

  it("the log line names path and reason, and holds nothing of the content", async () => {
    await sms({ token: "d".repeat(32) }, { Body: "the secret of the forger" });
    const [line] = await unsafePlatformSql("a test reads the security log", (sql) =>
      sql.rows<{ kind: string; detail: object }>(
        "SELECT kind, detail FROM security_events ORDER BY at DESC, id DESC LIMIT 1",
      ),
    );
    expect(line).toMatchObject({
      kind: "webhook.refused",
      detail: { carrier: "twilio", kind: "text", path: smsPath, what: "signature", reason: "bad_signature" },
    });
    expect(JSON.stringify(line)).not.toContain("forger");
  });

  it("a flood of forgeries is refused to the last, but does not fill the log", async () => {
    const before = (await unsafeRowCounts()).security_events ?? 0;
    const responses = await Promise.all(Array.from({ length: 300 }, () => sms({ token: "f".repeat(32) })));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([403]));
    expect(((await unsafeRowCounts()).security_events ?? 0) - before).toBeLessThan(300);
  });
});

function signatureOf(path: string): string {
  const request = carrierRequest({ path, fields: textFields(number, { Body: "as it was signed" }) });
  return request.headers.get("x-twilio-signature") ?? "";
}

describe("the signature covers the public URL", () => {
  it.each([
    ["with the query as it came", "?b=2&a=1&x=%7Euml%20+"],
    ["with an empty query value", "?a="],
  ])("%s", async (_, query) => {
    expect((await sms({ path: smsPath + query })).status).toBe(200);
    const signedUrl = `${env.publicUrl}${smsPath}`;
    expect((await sms({ path: smsPath + query, signedUrl })).status).toBe(403);
  });

  it("in the order in which the query came", async () => {
    const signedUrl = `${env.publicUrl}${smsPath}?b=2&a=1`;
    expect((await sms({ path: `${smsPath}?a=1&b=2`, signedUrl })).status).toBe(403);
  });

  it("so that a signature for another path of the same tenant is worth nothing", async () => {
    const signedUrl = `${env.publicUrl}/api/twilio/${tenant.slug}/whatsapp`;
    expect((await sms({ signedUrl })).status).toBe(403);
  });

  it("and not what the request says of its host", async () => {
    const url = `https://evil.example${smsPath}`;
    const headers = {
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-original-url": "/other",
      forwarded: "host=evil.example;proto=https",
      host: "evil.example",
    };
    expect((await sms({ url, headers })).status).toBe(200);
    expect((await sms({ url, headers, signedUrl: url })).status).toBe(403);
  });

  it("of GET requests too, whose fields stand in it", async () => {
    const fields = textFields(number, { Body: "by GET" });
    const path = `${smsPath}?${new URLSearchParams(fields)}`;
    expect((await deliver({ path, method: "GET" })).status).toBe(200);
    expect((await deliver({ path, method: "GET", signedUrl: env.publicUrl + smsPath })).status).toBe(403);
    const stored = await withTenant(tenant.ctx, (tx) => tx.message.count({ where: { body: "by GET" } }));
    expect(stored).toBe(1);
  });

  it("with and without the port that goes without saying", async () => {
    const given = env.publicUrl;
    env.publicUrl = "https://desk.example";
    try {
      expect((await sms({ signedUrl: `https://desk.example:443${smsPath}` })).status).toBe(200);
      expect((await sms({ signedUrl: `http://desk.example${smsPath}` })).status).toBe(403);
    } finally {
      env.publicUrl = given;
    }
  });
});

describe("a tenant's own account", () => {
  const own = { accountSid: `AC${"a".repeat(32)}`, authToken: "1".repeat(32) };

  it("signs beside the platform's, each for itself only", async () => {
    const connected = await seedTenant();
    const to = (await seedNumber(connected)).e164;
    await seedConnection(connected.ctx, own);
    const path = `/api/twilio/${connected.slug}/sms`;
    const ask = (token: string, accountSid: string) =>
      deliver({ path, token, fields: textFields(to, { AccountSid: accountSid }) });
    expect((await ask(own.authToken, own.accountSid)).status).toBe(200);
    expect((await ask("0123456789abcdef0123456789abcdef", own.accountSid)).status).toBe(403);
    expect((await ask(own.authToken, "AC00000000000000000000000000000001")).status).toBe(403);
    expect((await sms({ token: own.authToken }, { AccountSid: own.accountSid })).status).toBe(403);
  });

  it("is believed with both tokens while they are exchanged, and then with the new one only", async () => {
    const connected = await seedTenant();
    const to = (await seedNumber(connected)).e164;
    const { id } = await seedConnection(
      connected.ctx,
      { ...own, authToken: "2".repeat(32), "previous.authToken": "1".repeat(32) },
      { settings: { previousUntil: new Date(Date.now() + 3_600_000).toISOString() } },
    );
    const path = `/api/twilio/${connected.slug}/sms`;
    const ask = (token: string) =>
      deliver({ path, token, fields: textFields(to, { AccountSid: own.accountSid }) });
    expect((await ask("2".repeat(32))).status).toBe(200);
    expect((await ask("1".repeat(32))).status).toBe(200);
    expect((await ask("3".repeat(32))).status).toBe(403);
    await withTenant(connected.ctx, (tx) =>
      tx.connection.update({
        where: { tenantId_id: { tenantId: connected.ctx.tenantId, id } },
        data: { settings: { previousUntil: new Date(Date.now() - 1_000).toISOString() } },
      }),
    );
    forgetAddressees();
    expect((await ask("2".repeat(32))).status).toBe(200);
    expect((await ask("1".repeat(32))).status).toBe(403);
  });

  it("is not believed with a token too short to prove anything", async () => {
    const connected = await seedTenant();
    const to = (await seedNumber(connected)).e164;
    await seedConnection(connected.ctx, { accountSid: own.accountSid, authToken: "" });
    const fields = textFields(to, { AccountSid: own.accountSid });
    expect((await deliver({ path: `/api/twilio/${connected.slug}/sms`, token: "", fields })).status).toBe(
      403,
    );
  });
});
