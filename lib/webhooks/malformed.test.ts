import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withTenant } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import { seedNumber } from "@/lib/messages/testing";
import { type Serving, serve } from "@/lib/process";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { signRequest, withBodyHash } from "@/simulator/webhooks/sign-request";
import { webhookRoutes } from ".";
import {
  carrierRequest,
  type Delivery,
  deliver,
  newSid,
  platformAccount,
  statusFields,
  textFields,
  unsafeRowCounts,
} from "./testing";
import { forgetAddressees } from "./unsafe-addressee";

let tenant: SeededTenant;
let number: string;
let smsPath: string;
let web: Serving;
let origin: string;

beforeAll(async () => {
  log.level = "silent"; // dozens of lines about refused requests
  await testDatabase();
  installWiring();
  tenant = await seedTenant();
  number = (await seedNumber(tenant)).e164;
  smsPath = `/api/twilio/${tenant.slug}/sms`;
  web = serve({
    ...{ origin: () => env.publicUrl, native: webhookRoutes, streams: [], sockets: [] },
    rest: async (_request, response) => void response.writeHead(404).end(),
  });
  await web.listen(0);
  const address = web.server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});

afterAll(() => web.stop());

beforeEach(() => forgetAddressees());

const messagesLike = (body: string) =>
  withTenant(tenant.ctx, (tx) => tx.message.findMany({ where: { body: { contains: body } } }));

/** A genuine text with something odd in it, as raw form. */
function form(overrides: Record<string, string> = {}, more = ""): string {
  return new URLSearchParams(textFields(number, overrides)).toString() + more;
}

describe("a genuine request with odd content is a stored text", () => {
  const odd: [string, () => string, (body: string) => void][] = [
    [
      "a name twice: the first value counts, so that nobody can smuggle a second one in",
      () =>
        form(
          { Body: "twice" },
          "&From=%2B19998887777&Body=smuggled&MessageSid=SM00000000000000000000000000000bad",
        ),
      (body) => expect(body).toBe("twice"),
    ],
    ["NUL", () => form({ Body: "nul\u0000in it" }), (body) => expect(body).toBe("nulin it")],
    [
      "percent escapes that are no UTF-8",
      () => form({ Body: "escaped" }).replace("Body=escaped", "Body=escaped%ff%fe%80"),
      (body) => expect(body).toBe("escaped\ufffd\ufffd\ufffd"),
    ],
    [
      "percent signs that escape nothing",
      () => form({ Body: "percent" }).replace("Body=percent", "Body=percent%zz%"),
      (body) => expect(body).toBe("percent%zz%"),
    ],
    ["no text", () => form({ Body: "" }), (body) => expect(body).toBe("")],
    [
      "counts that are none",
      () => form({ Body: "counted", NumMedia: "-7", NumSegments: "1e99" }),
      (body) => expect(body).toBe("counted"),
    ],
    [
      "names that objects have by nature",
      () => form({ Body: "natural", __proto__: "x", constructor: "y", toString: "z" }),
      (body) => expect(body).toBe("natural"),
    ],
    [
      "letters of the far planes, written to the right, and invisible ones",
      () => form({ Body: "👩‍👩‍👧‍👦 ‏שלום‎ \u200b\ufeff𝕏" }),
      (body) => expect(body).toContain("👩‍👩‍👧‍👦"),
    ],
  ];

  it.each(odd)("%s", async (_, write, check) => {
    const sid = newSid();
    const body = write().replaceAll(/SM[0-9a-f]{32}/g, (found) => (found.endsWith("bad") ? found : sid));
    const response = await deliver({ path: smsPath, body });
    expect(response.status).toBe(200);
    const [message] = await withTenant(tenant.ctx, (tx) =>
      tx.message.findMany({ where: { carrierSid: sid } }),
    );
    expect(message?.fromAddress).toBe("+14155552671");
    check(message?.body ?? "nothing was stored");
  });

  it("more fields than any carrier sends are refused", async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `&X${index}=${index}`).join("");
    expect((await deliver({ path: smsPath, body: form({}, many) })).status).toBe(403);
  });

  it("bytes that are no UTF-8 at all", async () => {
    const body = Buffer.concat([
      Buffer.from(`${form({ Body: "raw" })}raw`),
      Buffer.from([0xff, 0xc3, 0x28, 0x00]),
    ]);
    const response = await deliver({ path: smsPath, body: new Uint8Array(body) });
    expect(response.status).toBeLessThan(500);
  });

  it("a text of the longest length the web process lets in", async () => {
    const response = await deliver({ path: smsPath, body: form({ Body: `long ${"x".repeat(200_000)}` }) });
    expect(response.status).toBe(200);
    const [message] = await messagesLike("long xxx");
    expect(message?.body.length).toBeLessThanOrEqual(20_000);
  });
});

describe("a genuine request that is no text is refused, and leaves nothing", () => {
  const wrong: [string, Partial<Delivery>][] = [
    ["an empty body", { body: "" }],
    ["a body of noise", { body: "&&&===%%%&=&a" }],
    ["fields of nothing", { fields: { Hello: "World" } }],
    [
      "an id that is none",
      { fields: { MessageSid: "SM'; DROP TABLE messages; --", AccountSid: platformAccount.accountSid } },
    ],
    ["an account that is none", { fields: { MessageSid: newSid(), AccountSid: "" } }],
  ];

  it.each(wrong)("%s", async (_, delivery) => {
    const before = await unsafeRowCounts();
    const response = await deliver({ path: smsPath, ...delivery });
    expect(response.status).toBe(400);
    expect(await unsafeRowCounts()).toEqual(before);
  });

  it("JSON without a signed hash is a forgery; with one it is read or refused, never a failure", async () => {
    const send = (url: string, body: string, contentType = "application/json") =>
      deliver({
        path: `${smsPath}${new URL(url).search}`,
        body,
        token: null,
        headers: {
          "content-type": contentType,
          "x-twilio-signature": signRequest(platformAccount.authToken, url, []),
        },
      });
    const url = env.publicUrl + smsPath;
    expect((await send(url, JSON.stringify(textFields(number)))).status).toBe(403);
    for (const body of [
      "[]",
      "null",
      "{",
      '"text"',
      "1e999",
      '{"From":{"a":[1,2]},"Body":null}',
      "[".repeat(20_000),
    ]) {
      const status = (await send(withBodyHash(url, body), body)).status;
      expect([400, 403], body.slice(0, 20)).toContain(status);
    }
    const genuine = JSON.stringify(textFields(number, { Body: "as JSON" }));
    expect((await send(withBodyHash(url, genuine), genuine)).status).toBeLessThan(300);
    expect((await send(withBodyHash(url, genuine), `${genuine} `)).status).toBe(403);
  });

  it("other content types carry no fields", async () => {
    for (const type of [
      "multipart/form-data; boundary=x",
      "text/plain",
      "application/xml",
      "",
      "a".repeat(2_000),
    ]) {
      const response = await deliver({ path: smsPath, body: "<a/>", headers: { "content-type": type } });
      expect([400, 403], type.slice(0, 20)).toContain(response.status);
    }
  });
});

describe("a delivery state", () => {
  const path = () => `/api/twilio/${tenant.slug}/message-status`;

  it.each([
    ["an unknown word", { MessageStatus: "levitating", SmsStatus: "levitating" }],
    ["no word", { MessageStatus: "", SmsStatus: "" }],
    ["an error code of letters", { ErrorCode: "x".repeat(5_000) }],
    ["a state of an inbound text", { MessageStatus: "received", SmsStatus: "received" }],
  ])("with %s is taken and harms nothing", async (_, overrides) => {
    const response = await deliver({ path: path(), fields: statusFields(newSid(), "sent", overrides) });
    expect(response.status).toBe(204);
  });

  it.each(["not-an-id", "%00", "..%2f..%2fetc", "0".repeat(3_000), "00000000-0000-0000-0000-000000000000"])(
    "with %s for our own id is parked like one without",
    async (messageId) => {
      const sid = newSid();
      const response = await deliver({ path: `${path()}/${messageId}`, fields: statusFields(sid, "sent") });
      expect(response.status).toBe(204);
      const parked = await withTenant(tenant.ctx, (tx) =>
        tx.parkedStatus.count({ where: { carrierSid: sid } }),
      );
      expect(parked).toBe(1);
    },
  );
});

describe("a body of a megabyte", () => {
  const huge = () => carrierRequest({ path: smsPath, body: form({ Body: "m".repeat(1_048_576) }) });

  it("is refused by the web process before it is read", async () => {
    const { headers } = huge();
    const response = await fetch(origin + smsPath, { method: "POST", headers, body: await huge().text() });
    expect(response.status).toBe(413);
  });

  it("is refused by the hook itself, where Next runs alone, announced or not", async () => {
    const before = await unsafeRowCounts();
    const body = await huge().text();
    expect((await deliver({ path: smsPath, body })).status).toBe(413);
    expect(
      (await deliver({ path: smsPath, body, headers: { "content-length": String(body.length) } })).status,
    ).toBe(413);
    expect((await deliver({ path: smsPath, body, token: null })).status).toBe(413);
    expect(await unsafeRowCounts()).toEqual(before);
  });
});

it("the raw path and query reach the signature byte for byte", async () => {
  const target = `${smsPath}?q=%7euml&&x=../y&z=%zz`;
  const fields = textFields(number, { Body: "raw target" });
  const signature = signRequest(platformAccount.authToken, env.publicUrl + target, Object.entries(fields));
  const response = await fetch(origin + target, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature },
    body: new URLSearchParams(fields).toString(),
  });
  expect(response.status).toBe(200);
  expect(await messagesLike("raw target")).toHaveLength(1);
});
