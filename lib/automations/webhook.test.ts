import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "@/lib/customers";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import type { FetchFunction } from "@/lib/fetching";
import { runDueJobs, unsafeQueuedJobs } from "@/lib/jobs/testing";
import { fixedClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { installWiring } from "@/lib/wiring/install-wiring";
import { beginRun } from "./engine/begin-run";
import { callWebhook } from "./engine/call-webhook";
import { readWebhookSecret } from "./read-automations";
import { type Desk, openDesk, runsOf, seedRule } from "./testing";

let desk: Desk;
let customerId: string;
beforeAll(async () => {
  await testDatabase();
  installWiring();
  desk = await openDesk();
  ({ id: customerId } = await createCustomer(desk.ctx, { name: "Maya Chen", address: "+14155557001" }));
});

let count = 0;

/** A run whose webhook step waits to be called, and how to call it. */
async function prepare(url: string, ctx: Ctx = desk.ctx) {
  const rule = await seedRule(ctx, { trigger: { on: "voicemail" }, steps: [{ do: "webhook", url }] });
  count += 1;
  const happening = {
    ...({ on: "voicemail", key: `voicemail:${count}`, at: new Date().toISOString(), customerId } as const),
    ...{ conversationId: null, messageId: null, callId: null, appointmentId: null, tags: [], still: null },
  };
  await beginRun(ctx, { automationId: rule.id, happening, chain: [] });
  const [run] = await runsOf(ctx, rule.id);
  const call = (fetch: FetchFunction, attempt = 1) =>
    callWebhook(ctx, { runId: run?.id ?? "", position: 0, attempt }, { fetch });
  const state = async () => (await runsOf(ctx, rule.id))[0];
  return { rule, runId: run?.id ?? "", call, state };
}

const answers =
  (status: number, headers: Record<string, string> = {}): FetchFunction =>
  async () =>
    new Response("", { status, headers });

describe("a webhook", () => {
  it("is signed so that anybody with the secret can check it, and says what happened", async () => {
    const clock = fixedClock("2026-11-20T15:00:00Z");
    const { rule, runId, call, state } = await prepare("https://example.com/hook", { ...desk.ctx, clock });
    let seen: Parameters<FetchFunction> | undefined;
    await call(async (...request) => {
      seen = request;
      return new Response(null, { status: 204 });
    });
    const [url, init] = seen ?? [];
    expect(url).toBe("https://example.com/hook");
    expect(init).toMatchObject({ method: "POST", redirect: "manual" });
    const { secret } = await readWebhookSecret(desk.ctx, rule.id);
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    const signed = `${runId}.0.1795186800.${init?.body}`;
    expect(init?.headers["webhook-signature"]).toBe(
      `v1,${createHmac("sha256", key).update(signed).digest("base64")}`,
    );
    expect(JSON.parse(init?.body ?? "")).toMatchObject({
      ...{ id: `${runId}.0`, type: "voicemail", automation: { id: rule.id } },
      customer: { name: "Maya Chen", phone: "+14155557001" },
    });
    expect(await state()).toMatchObject({ status: "done", steps: ["example.com answered 204."] });
  });

  it("is tried again after what may get better, five times in all, and says so", async () => {
    const { runId, call, state } = await prepare("https://example.com/hook");
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await call(answers(attempt === 2 ? 429 : 503), attempt);
      expect(await state()).toMatchObject({
        outcomes: ["waiting"],
        steps: [expect.stringMatching(/Trying again/)],
      });
    }
    const waiting = (await unsafeQueuedJobs()).filter(({ key }) => key?.includes(`webhook:${runId}`));
    expect(waiting.slice(1).map(({ runAt }) => Math.round((runAt.getTime() - Date.now()) / 60_000))).toEqual([
      0, 1, 10, 60,
    ]);
    await call(answers(503), 5);
    expect(await state()).toMatchObject({
      status: "failed",
      steps: ["example.com answered 503. Given up after 5 attempts."],
    });
    await call(answers(200), 6);
    expect(await state()).toMatchObject({ status: "failed", outcomes: ["failed"] });
  });

  it("is not tried again after a plain no", async () => {
    const { call, state } = await prepare("https://example.com/hook");
    await call(answers(404));
    expect(await state()).toMatchObject({ status: "failed", steps: ["example.com answered 404."] });
  });
});

describe("an address inside", () => {
  it.each([
    "https://127.0.0.1/",
    "https://10.0.0.8/x",
    "https://169.254.169.254/latest/meta-data",
    "https://192.168.1.1/",
    "https://100.64.0.1/",
    "https://[::1]/",
    "https://[fd00::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::a00:1]/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://example.com:22/",
  ])("%s is never called", async (url) => {
    const { call, state } = await prepare(url);
    await call(() => Promise.reject(new Error("was called")));
    expect(await state()).toMatchObject({
      status: "failed",
      steps: [expect.stringMatching(/was not called/)],
    });
  });

  it.each(["http://example.com/", "https://user:word@example.com/", "ftp://example.com/", "example.com"])(
    "%s cannot even be saved",
    async (url) => {
      const steps = [{ do: "webhook", url }];
      await expect(seedRule(desk.ctx, { trigger: { on: "voicemail" }, steps })).rejects.toThrow(/https/);
    },
  );

  it.each(["https://127.0.0.1/", "https://example.org/elsewhere", "http://example.com/"])(
    "a redirect to %s is not followed",
    async (location) => {
      const { call, state } = await prepare("https://example.com/hook");
      const asked: string[] = [];
      await call(async (url) => {
        asked.push(url);
        return new Response(null, { status: 307, headers: { location } });
      });
      expect(asked).toEqual(["https://example.com/hook"]);
      expect(await state()).toMatchObject({
        status: "failed",
        steps: [expect.stringMatching(/not followed/)],
      });
    },
  );

  it("is not reached through a name that changes its answer between the check and the call", async () => {
    let hits = 0;
    const server = createServer((_request, response) => {
      hits += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { guardedAgent } = await import("../fetching/guarded-agent");
    let lookups = 0;
    const agent = guardedAgent((_host, done) => {
      lookups += 1;
      done(null, [{ address: lookups === 0 ? "93.184.216.34" : "127.0.0.1", family: 4 }]);
    });
    const { runId, state } = await prepare("https://rebound.example:8443/");
    await callWebhook(desk.ctx, { runId, position: 0, attempt: 1 }, { agent });
    server.close();
    expect([lookups > 0, hits]).toEqual([true, 0]);
    expect(await state()).toMatchObject({
      status: "failed",
      steps: [expect.stringMatching(/inside a private network/)],
    });
  });
});

it("stays unsent when its rule is gone, or of another business", async () => {
  const other = await openDesk();
  const { rule, runId } = await prepare("https://example.com/hook");
  const never: FetchFunction = () => Promise.reject(new Error("was called"));
  await callWebhook(other.ctx, { runId, position: 0, attempt: 1 }, { fetch: never });
  await expect(readWebhookSecret(other.ctx, rule.id)).rejects.toMatchObject({ code: "not_found" });
  await withTenantSql(desk.ctx, (sql) =>
    sql.run("DELETE FROM automations WHERE tenant_id = $1::uuid AND id = $2::uuid", [
      desk.ctx.tenantId,
      rule.id,
    ]),
  );
  await callWebhook(desk.ctx, { runId, position: 0, attempt: 1 }, { fetch: never });
  expect(await runDueJobs(new Date(0))).toEqual([]);
});
