import { once } from "node:events";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { installModel } from "@/lib/ai";
import { unsafePlatformSql } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import { deliver, foreignAccount, platformAccount } from "@/lib/webhooks/testing";
import { newNonce, signVobiz } from "@/simulator/vobiz/voice/sign-vobiz";
import { signRequest } from "@/simulator/webhooks/sign-request";
import { type Carrier, type Line, openLine } from "./open-line";
import { type RealtimeStub, startRealtimeStub } from "./realtime-stub";
import { type CallStage, setClock, startCallStage } from "./stage";

let stage: CallStage;
let realtime: RealtimeStub;
const { apiKey } = env.openai;

beforeAll(async () => {
  log.level = "silent";
  [stage, realtime] = await Promise.all([startCallStage(), startRealtimeStub()]);
  Object.assign(env.openai, { apiKey: "test", baseUrl: realtime.url });
});
beforeEach(() => {
  setClock();
  installModel(null);
});
afterAll(async () => {
  Object.assign(env.openai, { apiKey, baseUrl: undefined });
  await stage.stop();
  await realtime.close();
});

let calls = 0;

/** A call that is told to open a socket, and the address it was told. */
async function beginCall(
  carrier: Carrier,
  talk: "relay" | "stream",
): Promise<{ url: string; callId: string; line: Line }> {
  calls += 1;
  const mark = String(calls).padStart(8, "0");
  const line = await openLine(stage.simulator, carrier, { settings: { talk } });
  const path = `/api/${carrier}/${line.slug}/answer`;
  const parties = { From: line.caller, To: line.number, Direction: "inbound", CallStatus: "ringing" };
  const callId = carrier === "twilio" ? `CA${"1".repeat(24)}${mark}` : `2a1b2c3d-0000-4000-8000-0000${mark}`;
  const twilio = { path, fields: { CallSid: callId, AccountSid: platformAccount.accountSid, ...parties } };
  const nonce = newNonce(stage.simulator.world.random);
  const headers = signVobiz("fedcba9876543210fedcba9876543210", env.publicUrl + path, nonce);
  const vobiz = { path, token: null, headers, fields: { CallUUID: callId, ...parties } };
  const document = await (await deliver(carrier === "twilio" ? twilio : vobiz)).text();
  const url = /ws:\/\/[^"<\s]+/.exec(document)?.[0] ?? "";
  expect(url, document).toContain(line.slug);
  return { url, callId, line };
}

const signed = (url: string, token = platformAccount.authToken) => ({
  "x-twilio-signature": signRequest(token, url, []),
});

/** Knocks: the open socket, or the status with which it was refused. */
async function knock(url: string, headers: Record<string, string> = {}): Promise<WebSocket | number> {
  const socket = new WebSocket(url, { headers });
  return new Promise((resolve) => {
    socket.once("open", () => resolve(socket));
    socket.once("unexpected-response", (_request, response) => {
      socket.terminate();
      resolve(response.statusCode ?? 0);
    });
    socket.on("error", () => {});
  });
}

async function closeOf(socket: WebSocket | number): Promise<number> {
  if (typeof socket === "number") throw new Error(`The socket was refused with ${socket}.`);
  if (socket.readyState === WebSocket.CLOSED) return 0;
  return Number((await once(socket, "close"))[0]);
}

describe.each<[Carrier, "relay" | "stream"]>([
  ["twilio", "relay"],
  ["twilio", "stream"],
  ["vobiz", "stream"],
])("the door to a socket: %s, %s", (carrier, talk) => {
  const headersFor = (url: string) => (carrier === "twilio" ? signed(url) : {});

  it("opens once for its ticket", async () => {
    const { url } = await beginCall(carrier, talk);
    const first = await knock(url, headersFor(url));
    expect(first).toBeInstanceOf(WebSocket);
    expect(await knock(url, headersFor(url))).toBe(403);
    if (first instanceof WebSocket) first.terminate();
  });

  it("stays shut for a ticket that nobody was given, and for another tenant's", async () => {
    const { url, line } = await beginCall(carrier, talk);
    const other = await openLine(stage.simulator, carrier);
    const made = url.replace(/[^/]+$/, "A".repeat(32));
    const moved = url.replace(line.slug, other.slug);
    for (const wrong of [made, moved]) expect(await knock(wrong, headersFor(wrong))).toBe(403);
    const right = await knock(url, headersFor(url)); // a wrong guess uses nothing up
    expect(right).toBeInstanceOf(WebSocket);
    if (right instanceof WebSocket) right.terminate();
  });

  it("stays shut for a ticket that has grown old", async () => {
    const { url } = await beginCall(carrier, talk);
    setClock("2026-11-20T15:01:00Z");
    expect(await knock(url, headersFor(url))).toBe(403);
  });

  it("closes on a call that the ticket was not made for", async () => {
    const { url } = await beginCall(carrier, talk);
    const socket = await knock(url, headersFor(url));
    const foreign = `CA${"9".repeat(32)}`;
    const start = {
      event: "start",
      start: { callSid: foreign, streamSid: "MZ1", callId: foreign, streamId: "MZ1" },
    };
    const hello = talk === "relay" ? { type: "setup", sessionId: "VX1", callSid: foreign } : start;
    if (socket instanceof WebSocket) socket.send(JSON.stringify(hello));
    expect(await closeOf(socket)).toBe(1008);
  });
});

describe("Twilio's upgrades", () => {
  it.each([
    ["without a signature", () => ({})],
    ["with another account's signature", (url: string) => signed(url, foreignAccount.authToken)],
    ["with a signature of another address", (url: string) => signed(`${url}x`)],
  ])("are refused %s, and leave a line in the security log and the ticket unused", async (_how, headers) => {
    const { url } = await beginCall("twilio", "relay");
    expect(await knock(url, headers(url))).toBe(403);
    const [line] = await unsafePlatformSql("a test reads the security log", (sql) =>
      sql.rows<{ detail: object }>("SELECT detail FROM security_events ORDER BY at DESC, id DESC LIMIT 1"),
    );
    expect(line?.detail).toMatchObject({ carrier: "twilio", kind: "socket", what: "upgrade" });
    const genuine = await knock(url, signed(url));
    expect(genuine).toBeInstanceOf(WebSocket);
    if (genuine instanceof WebSocket) genuine.terminate();
  });
});
