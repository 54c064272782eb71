import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listCalls } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import { newId } from "@/lib/kernel/ids";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { signVobiz } from "@/simulator/vobiz/voice/sign-vobiz";
import { deliver } from "./testing";

const token = "fedcba9876543210fedcba9876543210";
let tenant: SeededTenant;
let callId: string;
let nonces = 0;

beforeAll(async () => {
  log.level = "silent";
  await testDatabase();
  installWiring();
  tenant = await seedTenant();
});
beforeEach(async () => {
  callId = newId();
  expect((await ask("answer", answered, newNonce())).status).toBe(200);
});

function newNonce(): string {
  nonces += 1;
  return String(nonces).padStart(20, "7");
}

const parties = { From: "+919812300001", To: "+917971543252", Direction: "inbound" };
const answered = { CallStatus: "ringing" };
const hungUp = { CallStatus: "completed", Duration: "12", HangupCause: "NORMAL_CLEARING" };

/** A genuine signature over the path and the nonce, with whatever body and query. */
function ask(route: string, fields: Record<string, string>, nonce: string, query = ""): Promise<Response> {
  const path = `/api/vobiz/${tenant.slug}/${route}`;
  return deliver({
    ...{ path: path + query, token: null, fields: { CallUUID: callId, ...parties, ...fields } },
    headers: signVobiz(token, env.publicUrl + path, nonce),
  });
}

async function statusOf(id = callId): Promise<string | undefined> {
  return (await listCalls(tenant.ctx, CallFilter.parse({ carrierCallId: id }))).data[0]?.status;
}

describe("a signature that covers no body", () => {
  it("is good for the request it came with and for its repetitions, at once and later", async () => {
    const nonce = newNonce();
    const said = { Speech: "where are you?", InputType: "speech" };
    const first = await ask("input", said, nonce, "?turn=1");
    const again = await Promise.all(Array.from({ length: 5 }, () => ask("input", said, nonce, "?turn=1")));
    const words = await first.text();
    expect([first, ...again].map(({ status }) => status)).toEqual(Array(6).fill(200));
    for (const one of again) expect(await one.text()).toBe(words);
  });

  it("is not good for another body: no word is put in the caller's mouth", async () => {
    const nonce = newNonce();
    await ask("input", { Speech: "where are you?" }, nonce, "?turn=1");
    expect((await ask("input", { Speech: "cancel it all" }, nonce, "?turn=2")).status).toBe(403);
  });

  it("is not good for another query", async () => {
    const nonce = newNonce();
    await ask("input", { Speech: "where are you?" }, nonce, "?turn=1");
    expect((await ask("input", { Speech: "where are you?" }, nonce, "?turn=2")).status).toBe(403);
  });

  it.each([
    ["by its state", { CallStatus: "completed" }],
    ["by a cause alone", { CallStatus: "ringing", HangupCause: "NORMAL_CLEARING" }],
    ["by the event", { Event: "Hangup" }],
  ])("kept from an answer cannot hang the call up %s", async (_how, fields) => {
    const nonce = newNonce();
    expect((await ask("answer", answered, nonce)).status).toBe(200);
    expect((await ask("answer", fields, nonce)).status).toBe(403);
    expect(await statusOf()).toBe("in_progress");
  });

  it("kept from one call cannot begin or end another", async () => {
    const nonce = newNonce();
    expect((await ask("hangup", hungUp, nonce)).status).toBe(204);
    const other = newId();
    expect((await ask("hangup", { ...hungUp, CallUUID: other }, nonce)).status).toBe(403);
    expect(await statusOf(other)).toBeUndefined();
  });

  it("leaves a line in the security log when it is used again, without the body", async () => {
    const nonce = newNonce();
    await ask("input", { Speech: "first" }, nonce, "?turn=1");
    await ask("input", { Speech: "put in my mouth" }, nonce, "?turn=2");
    const [line] = await unsafePlatformSql("a test reads the security log", (sql) =>
      sql.rows<{ detail: object }>("SELECT detail FROM security_events ORDER BY at DESC, id DESC LIMIT 1"),
    );
    expect(line?.detail).toMatchObject({ what: "replay", reason: "nonce_of_another_request" });
    expect(JSON.stringify(line)).not.toContain("mouth");
  });

  it("is another tenant's own affair: the same nonce there is a first use", async () => {
    const nonce = newNonce();
    await ask("input", { Speech: "first" }, nonce, "?turn=1");
    tenant = await seedTenant();
    expect((await ask("answer", answered, nonce)).status).toBe(200);
  });

  it("broken twin: where nonces are forgotten, the same replay hangs the call up", async () => {
    const nonce = newNonce();
    await ask("answer", answered, nonce);
    await unsafePlatformSql("a test forgets nonces", (sql) => sql.run("DELETE FROM webhook_nonces"));
    expect((await ask("answer", { HangupCause: "NORMAL_CLEARING" }, nonce)).status).toBe(204);
    expect(await statusOf()).toBe("completed");
  });
});
