import type { ChildProcess } from "node:child_process";
import { createServer, type Server } from "node:http";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { log } from "@/lib/http";
import { getMessage } from "@/lib/inbox";
import { type Runner, startRunner } from "@/lib/jobs";
import { retryMessage, sendMessage } from "@/lib/messages";
import { unsafeAddNumber } from "@/lib/numbers";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { type Simulator, startSimulator } from "@/simulator";
import { killWorker, startDoomedWorker } from "./doomed-worker";

/** As the doomed worker has it: so many texts may be on their way when it dies. */
const concurrency = 4;
/** After so long without a sign of life a worker counts as dead; 20 s in real life. */
const silenceMs = 1_500;
const patience = { timeout: 20_000, interval: 50 };

let tenant: SeededTenant;
let simulator: Simulator;
let owner: pg.Client;
let doomed: ChildProcess | undefined;
let second: Runner | undefined;

beforeAll(async () => {
  log.level = "silent";
  const { ownerUrl } = await testDatabase();
  installWiring();
  simulator = await startSimulator({ port: 0, publicUrl: "http://127.0.0.1:9" }); // its callbacks reach nobody
  carrierAt(simulator.url);
  tenant = await seedTenant();
  await unsafeAddNumber(tenant.ctx, {
    ...{ e164: "+15005550006", carrier: "twilio", label: "Main", kinds: ["sms"], teamId: tenant.teamId },
  });
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
});

afterEach(async () => {
  doomed?.kill("SIGKILL");
  await second?.stop();
  second = undefined;
  await fetch(`${simulator.url}/faults`, { method: "DELETE" });
});

afterAll(async () => {
  await owner.end();
  await simulator.close();
});

function carrierAt(url: string): void {
  if (env.carriers.twilio) env.carriers.twilio.apiBaseUrl = url;
}

async function startDoomed(carrierUrl = simulator.url): Promise<ChildProcess> {
  doomed = await startDoomedWorker(silenceMs, { TWILIO_API_BASE_URL: carrierUrl });
  return doomed;
}

async function takeOver(): Promise<void> {
  second = await startRunner({ concurrency, report: () => {}, silenceMs });
}

async function fault(kind: string, more: object): Promise<void> {
  const response = await fetch(`${simulator.url}/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ target: "rest", kind, ...more }),
  });
  expect(response.status).toBe(201);
}

async function send(to: string, body = "See you at ten"): Promise<string> {
  const outcome = await sendMessage(tenant.ctx, { to, body });
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.id;
}

const Ledger = z.object({ data: z.array(z.object({ to: z.string(), body: z.string(), sid: z.string() })) });

/** The truth about what left for a phone. */
async function sentTo(to: string): Promise<{ sid: string; body: string }[]> {
  const response = await fetch(`${simulator.url}/ledger?kind=message.sent`);
  return Ledger.parse(await response.json()).data.filter((entry) => entry.to === to);
}

const messageOf = (id: string) => getMessage(tenant.ctx, id);

/** Looks for doubtful texts are due in seconds and minutes; here at once. */
function hastenReconciling(): Promise<number> {
  return unsafePlatformSql("a test does not wait", (sql) =>
    sql.run(`UPDATE graphile_worker._private_jobs j SET run_at = now() FROM graphile_worker._private_tasks t
              WHERE t.id = j.task_id AND t.identifier = 'messages.reconcile' AND j.locked_at IS NULL`),
  );
}

async function reconciled(id: string): Promise<void> {
  await vi.waitFor(async () => {
    await hastenReconciling();
    expect((await messageOf(id)).carrierSid).toMatch(/^SM/);
  }, patience);
}

test("killed while the carrier keeps its answer: unknown, then found at the carrier, sent once", {
  timeout: 60_000,
}, async () => {
  const to = "+14155557001";
  await fault("timeout", { match: { path: "Messages.json", method: "POST", to } });
  const worker = await startDoomed();
  const id = await send(to);
  await vi.waitFor(async () => expect(await sentTo(to)).toHaveLength(1), patience);
  await killWorker(worker);
  expect((await messageOf(id)).status).toBe("sending");
  await takeOver();
  await vi.waitFor(async () => expect((await messageOf(id)).status).toBe("unknown"), patience);
  await reconciled(id);
  const [truth, ...more] = await sentTo(to);
  expect(more).toEqual([]);
  expect(await messageOf(id)).toMatchObject({ carrierSid: truth?.sid, error: null });
});

test("killed between the carrier's answer and writing it down: the same", { timeout: 60_000 }, async () => {
  const to = "+14155557002";
  await fault("latency", { ms: 1_000, match: { path: "Messages.json", method: "POST", to } });
  const worker = await startDoomed();
  const id = await send(to);
  await vi.waitFor(async () => expect((await messageOf(id)).status).toBe("sending"), patience);
  await owner.query("BEGIN");
  await owner.query("SELECT FROM messages WHERE id = $1 FOR UPDATE", [id]);
  await vi.waitFor(async () => expect(await waitingForLock()).toBe(true), patience);
  await killWorker(worker);
  await owner.query("ROLLBACK");
  await vi.waitFor(async () => expect(await waitingForLock()).toBe(false), patience);
  await takeOver();
  await reconciled(id);
  expect(await sentTo(to)).toHaveLength(1);
});

async function waitingForLock(): Promise<boolean> {
  const { rows } = await owner.query(
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return rows.length > 0;
}

test("killed before the carrier heard of it: unknown for a person to decide; their Retry sends it once", {
  timeout: 60_000,
}, async () => {
  const to = "+14155557003";
  const nowhere = await startSilence();
  const worker = await startDoomed(nowhere.url);
  const id = await send(to);
  await nowhere.asked;
  await killWorker(worker);
  nowhere.server.close();
  await takeOver();
  await vi.waitFor(async () => expect((await messageOf(id)).status).toBe("unknown"), patience);
  await vi.waitFor(async () => {
    await hastenReconciling();
    expect(await jobsLeft()).toBe(0);
  }, patience);
  expect((await messageOf(id)).status).toBe("unknown");
  expect(await sentTo(to)).toEqual([]);
  const again = await retryMessage(tenant.ctx, { id });
  expect(again.ok).toBe(true);
  await vi.waitFor(async () => expect(await sentTo(to)).toHaveLength(1), patience);
  await expect(retryMessage(tenant.ctx, { id })).rejects.toMatchObject({ code: "conflict" });
});

/** A carrier that takes connections and says nothing. */
async function startSilence(): Promise<{ server: Server; url: string; asked: Promise<void> }> {
  const asked = Promise.withResolvers<void>();
  const server = createServer(() => asked.resolve());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}`, asked: asked.promise };
}

/** Jobs that still have to do with sending; prices are asked for minutes later. */
async function jobsLeft(): Promise<number> {
  const { rows } = await owner.query(
    `SELECT FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier LIKE 'messages.%' AND t.identifier <> 'messages.fetch_price'`,
  );
  return rows.length;
}

test("killed in the middle of forty texts: none is lost, none leaves twice, what never left says unknown", {
  timeout: 90_000,
}, async () => {
  const to = "+14155557004";
  await fault("latency", { ms: 40, match: { path: "Messages.json", method: "POST", to } });
  const bodies = Array.from({ length: 40 }, (_, index) => `text ${index} of forty`);
  const ids = await Promise.all(bodies.map((body) => send(to, body)));
  const worker = await startDoomed();
  const hasBegun = async () => expect((await sentTo(to)).length).toBeGreaterThan(8);
  await vi.waitFor(hasBegun, { ...patience, interval: 5 });
  await killWorker(worker);
  expect((await sentTo(to)).length).toBeLessThan(40);
  await takeOver();
  const isSettled = async () => {
    await hastenReconciling();
    expect(await jobsLeft()).toBe(0);
  };
  await vi.waitFor(isSettled, { ...patience, timeout: 60_000 });
  const truth = new Map((await sentTo(to)).map(({ body, sid }) => [body, sid]));
  expect(truth.size).toBe((await sentTo(to)).length);
  const messages = await Promise.all(ids.map(messageOf));
  for (const { body, carrierSid, status } of messages) {
    expect(carrierSid, body).toBe(truth.get(body) ?? null);
    if (!truth.has(body)) expect(status, body).toBe("unknown");
  }
  expect(messages.filter(({ status }) => status === "unknown").length).toBeLessThanOrEqual(concurrency);
  expect(truth.size).toBeGreaterThanOrEqual(40 - concurrency);
});
