import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Connection, carrier, type NumberKind } from "@/lib/carriers";
import { startSimulator } from "@/simulator";
import { checkRequest, type SentRequest } from "./check-request";
import { startRecordingProxy } from "./recording-proxy";
import { findSpecs, readSpec, type Spec } from "./spec";

const folder = findSpecs();
const skipped = "shared/reference/twilio-openapi is neither beside this project nor above it";

const twilio = carrier("twilio");
const credentials = {
  accountSid: "AC00000000000000000000000000000001",
  authToken: "0123456789abcdef0123456789abcdef",
};
const own = "+12125550142";
const person = "+14155552671";
let hook = "";

describe.skipIf(folder === null)(`every request to Twilio (skipped when ${skipped})`, () => {
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let proxy: Awaited<ReturnType<typeof startRecordingProxy>>;
  let connection: Connection;
  let specs: Spec[] = [];
  const used = new Set<string>();

  let desk: Server;

  beforeAll(async () => {
    desk = createServer((_request, response) => response.writeHead(204).end());
    await new Promise<void>((resolve) => desk.listen(0, "127.0.0.1", resolve));
    hook = `http://127.0.0.1:${(desk.address() as AddressInfo).port}/api/twilio/riverside`;
    simulator = await startSimulator({ port: 0, publicUrl: "http://127.0.0.1:9" });
    proxy = await startRecordingProxy(simulator.url);
    connection = { credentials, apiBaseUrl: proxy.url };
    specs = ["twilio_api_v2010", "twilio_messaging_v1"].map((name) => readSpec(folder ?? "", name));
  });
  afterAll(async () => {
    proxy.close();
    await simulator.close();
    desk.closeAllConnections();
    desk.close();
  });

  /** Calls one method of a port, and lets Twilio's documents judge what it sent. */
  async function judge<T>(method: string, act: () => Promise<T>): Promise<T> {
    used.add(method);
    const before = proxy.sent.length;
    const result = await act();
    // Prices come from a host whose document is not among these.
    const sent = proxy.sent.slice(before).filter(({ host }) => host !== "pricing.twilio.com");
    expect(sent.length, `${method} asks Twilio`).toBeGreaterThan(0);
    expect(sent.flatMap((one) => checkRequest(specs, one))).toEqual([]);
    return result;
  }

  it("about the account and its keys", async () => {
    const { account } = twilio;
    expect(await judge("account.verify", () => account.verify(connection))).toMatchObject({ ok: true });
    await judge("account.balance", () => account.balance(connection));
    const made = await judge("account.createKey", () => account.createKey(connection, "Trunkline riverside"));
    const sid = made.outcome === "accepted" ? made.sid : "";
    expect(sid).toMatch(/^SK/);
    expect(
      await judge("account.findKeys", () => account.findKeys(connection, "Trunkline riverside")),
    ).toEqual([sid]);
    await judge("account.removeKey", () => account.removeKey(connection, sid));
  });

  it("about applications", async () => {
    const port = need(twilio.applications);
    const input = { name: "Trunkline riverside", answerUrl: `${hook}/answer`, statusUrl: `${hook}/status` };
    const whole = { ...input, fallbackUrl: `${hook}/answer?fallback=1`, textUrl: `${hook}/sms` };
    const made = await judge("applications.create", () => port.create(connection, whole));
    const sid = made.outcome === "accepted" ? made.sid : "";
    await judge("applications.update", () => port.update(connection, sid, input));
    expect(await judge("applications.fetch", () => port.fetch(connection, sid))).not.toBeNull();
    expect(await judge("applications.list", () => port.list(connection, input.name))).toHaveLength(1);
    await judge("applications.remove", () => port.remove(connection, sid));
  });

  it("about numbers: the shop, buying, routing, giving back", async () => {
    const port = need(twilio.numbers);
    for (const kind of ["local", "mobile", "toll_free", "national"] satisfies NumberKind[])
      await judge("numbers.search", () => port.search(connection, { country: "US", kind, limit: 5 }));
    const needs = { voice: true, sms: true, mms: true };
    const narrow = { areaCode: "415", contains: "415*", locality: "Seattle", needs };
    await judge("numbers.search", () => port.search(connection, { country: "US", kind: "local", ...narrow }));
    const [offer] = await port.search(connection, { country: "US", kind: "local" });
    const routing = {
      ...{ applicationId: "", answerUrl: `${hook}/answer`, fallbackUrl: `${hook}/answer?fallback=1` },
      ...{ statusUrl: `${hook}/status`, textUrl: `${hook}/sms`, textFallbackUrl: `${hook}/sms?fallback=1` },
    };
    const e164 = offer?.e164 ?? "";
    const bought = await judge("numbers.buy", () => port.buy(connection, { e164, routing }));
    const sid = bought.outcome === "accepted" ? bought.sid : "";
    expect(sid).toMatch(/^PN/);
    await judge("numbers.configure", () => port.configure(connection, sid, routing));
    const cleared = Object.fromEntries(Object.keys(routing).map((name) => [name, ""]));
    await judge("numbers.configure", () => port.configure(connection, sid, cleared));
    expect(await judge("numbers.find", () => port.find(connection, e164))).not.toBeNull();
    await judge("numbers.list", () => port.list(connection));
    await judge("numbers.release", () => port.release(connection, sid));
  });

  it("about texts, on both channels, with pictures, templates and pools", async () => {
    const port = need(twilio.texting);
    const statusUrl = `${hook}/message-status/0199`;
    const base = { channel: "sms", to: person, from: own, statusUrl } as const;
    const pool = await makePool();
    const texts = [
      { ...base, body: "Your cake is ready", validSeconds: 3_600 },
      {
        ...base,
        body: "Look",
        mediaUrls: [`${hook}/1.png`, `${hook}/2.png`],
      },
      { ...base, body: "From the pool", pool },
      { ...base, channel: "whatsapp" as const, from: "+15005550006", body: "Hello" },
      {
        ...{ ...base, channel: "whatsapp" as const, from: "+15005550006" },
        template: { id: `HX${"a".repeat(32)}`, variables: { 1: "Friday" } },
      },
    ];
    const sids: string[] = [];
    for (const text of texts) {
      const sent = await judge("texting.send", () => port.send(connection, text));
      expect(sent).toMatchObject({ outcome: "accepted" });
      if (sent.outcome === "accepted") sids.push(sent.sid);
    }
    expect(await judge("texting.fetch", () => port.fetch(connection, sids[0] ?? ""))).not.toBeNull();
    await judge("texting.list", () => port.list(connection, { channel: "sms", to: person, from: own }));
    await judge("texting.redact", () => port.redact(connection, sids[0] ?? ""));
  });

  async function makePool(): Promise<string> {
    const form = new URLSearchParams({ FriendlyName: "Campaign" });
    const headers = { authorization: `Basic ${btoa(`${credentials.accountSid}:${credentials.authToken}`)}` };
    const answer = await fetch(`${simulator.url}/v1/Services`, { method: "POST", headers, body: form });
    const { sid } = (await answer.json()) as { sid: string };
    const sender = new URLSearchParams({ PhoneNumberSid: "PN00000000000000000000000000000002" });
    await fetch(`${simulator.url}/v1/Services/${sid}/PhoneNumbers`, {
      method: "POST",
      headers,
      body: sender,
    });
    return sid;
  }

  it("about pools of senders", async () => {
    const port = need(twilio.pools);
    const sid = await makePool();
    expect(await judge("pools.fetch", () => port.fetch(connection, sid))).toMatchObject({ id: sid });
    await judge("pools.list", () => port.list(connection));
    const change = {
      inboundUrl: `${hook}/sms`,
      fallbackUrl: `${hook}/sms?fallback=1`,
      defersToNumber: false,
    };
    await judge("pools.configure", () => port.configure(connection, sid, change));
    expect(await port.fetch(connection, sid)).toMatchObject(change);
  });

  it("about calls and their recordings", async () => {
    const port = need(twilio.voice);
    const call = { to: person, from: own, answerUrl: `${hook}/answer`, statusUrl: `${hook}/status` };
    const whole = { ...call, fallbackUrl: `${hook}/answer?fallback=1`, ringSeconds: 25, limitSeconds: 600 };
    const placed = await judge("voice.place", () =>
      port.place(connection, {
        ...whole,
        machine: { statusUrl: `${hook}/machine/1`, isAfterGreeting: true },
      }),
    );
    const sid = placed.outcome === "accepted" ? placed.sid : `CA${"0".repeat(32)}`;
    await judge("voice.redirect", () => port.redirect(connection, sid, `${hook}/gather?turn=2`));
    await judge("voice.fetch", () => port.fetch(connection, sid));
    const after = new Date(Date.now() - 3_600_000);
    await judge("voice.list", () => port.list(connection, { to: person, from: own, after, limit: 20 }));
    const recordings = need(twilio.recordings);
    const statusUrl = `${hook}/recording-status`;
    await judge("recordings.start", () => recordings.start(connection, sid, { statusUrl }));
    const recording = `RE${"0".repeat(32)}`;
    await judge("recordings.stop", () => recordings.stop(connection, sid, recording));
    await judge("recordings.list", () => recordings.list(connection, sid).catch(() => []));
    await judge("recordings.remove", () => recordings.remove(connection, recording).catch(() => undefined));
    await judge("voice.hangUp", () => port.hangUp(connection, sid));
  });

  it("leaves no method of a port out", () => {
    const { account, applications, numbers, texting, pools, voice, recordings } = twilio;
    const ports = { account, applications, numbers, texting, pools, voice, recordings };
    const all = Object.entries(ports).flatMap(([port, methods]) =>
      Object.keys(methods ?? {}).map((method) => `${port}.${method}`),
    );
    // Asked of no API that is described: files are plain downloads, a release is final, XML is no request.
    const apart = ["texting.fetchMedia", "recordings.download", "numbers.undoRelease", "voice.render"];
    expect(all.filter((method) => !used.has(method)).sort()).toEqual(apart.sort());
  });

  it("would be caught: a wrong name, a wrong value, a missing field, a wrong host", () => {
    const right: SentRequest = {
      ...{ method: "POST", host: "api.twilio.com", query: new URLSearchParams() },
      path: `/2010-04-01/Accounts/${credentials.accountSid}/Messages.json`,
      form: new URLSearchParams({ To: person, From: own, Body: "Hi" }),
    };
    const media = new URLSearchParams([
      ["To", person],
      ["MediaUrl", "https://a.example/1"],
      ["MediaUrl", "https://a.example/2"],
    ]);
    expect(checkRequest(specs, { ...right, form: media })).toEqual([]);
    const wrong = [
      { ...right, form: new URLSearchParams({ To: person, Form: own }) },
      { ...right, form: new URLSearchParams({ From: own }) },
      { ...right, form: new URLSearchParams({ To: person, ValidityPeriod: "soon" }) },
      { ...right, form: new URLSearchParams({ To: person, MessagingServiceSid: "MG1" }) },
      {
        ...right,
        form: new URLSearchParams([
          ["To", person],
          ["To", person],
        ]),
      },
      { ...right, host: "messaging.twilio.com" },
      { ...right, path: right.path.replace(credentials.accountSid, "me") },
    ];
    for (const request of wrong) expect(checkRequest(specs, request)).not.toEqual([]);
  });
});

function need<T>(port: T | undefined): T {
  if (!port) throw new Error("Twilio has no such port.");
  return port;
}
