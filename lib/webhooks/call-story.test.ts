import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getCall, listCalls } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { unsafePlatformSql, withTenant } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { ensureDemoWorld } from "@/lib/demo";
import { env } from "@/lib/env";
import { runDueJobs } from "@/lib/jobs/testing";
import { systemClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { type Serving, serve } from "@/lib/process";
import { installWiring } from "@/lib/wiring/install-wiring";
import { socketRoutes } from "@/lib/wiring/sockets";
import { type Simulator, startSimulator } from "@/simulator";
import { webhookRoutes } from "./table";

let web: Serving;
let simulator: Simulator;
const tenants = new Map<string, Ctx>();

beforeAll(async () => {
  await testDatabase();
  installWiring();
  await ensureDemoWorld();
  web = serve({
    ...{ origin: () => env.publicUrl, native: webhookRoutes, streams: [], sockets: socketRoutes },
    rest: async (_request, response) => void response.writeHead(404).end(),
  });
  await web.listen(0);
  const address = web.server.address();
  env.publicUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  simulator = await startSimulator({ port: 0, publicUrl: env.publicUrl });
  env.simulatorUrl = simulator.url;
  const rows = await unsafePlatformSql("a test reads the demo tenants", (sql) =>
    sql.rows<{ id: string; slug: string }>("SELECT id, slug FROM tenants"),
  );
  for (const { id, slug } of rows) {
    tenants.set(slug, {
      tenantId: unsafeTenantId(id),
      actor: { kind: "system", why: "test" },
      clock: systemClock,
      requestId: "test",
    });
  }
});

afterAll(async () => {
  await web.stop();
  await simulator.close();
});

type Report = {
  callId: string;
  status: string;
  endedBy: string;
  heard: { text?: string }[];
  requests: { url: string; status: number; ms: number }[];
  deadAir: unknown[];
  problems: unknown[];
};

async function call(
  carrier: "twilio" | "vobiz",
  script: object[],
  from = carrier === "twilio" ? "+14155550177" : "+919812300001",
): Promise<Report> {
  const to = carrier === "twilio" ? "+15005550006" : "+917971543252";
  const response = await fetch(`${simulator.url}/handset/calls`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ carrier, from, to, script }),
  });
  expect(response.status).toBeLessThan(300);
  return (await response.json()) as Report;
}

function ctxOf(slug: string): Ctx {
  const ctx = tenants.get(slug);
  if (!ctx) throw new Error(`no tenant ${slug}`);
  return ctx;
}

const carriers = [
  { carrier: "twilio", slug: "demo", greeting: "Riverside Dental" },
  { carrier: "vobiz", slug: "pragati", greeting: "Pragati Clinic" },
] as const;

describe.each(carriers)("a call on $carrier", ({ carrier, slug, greeting }) => {
  it("is greeted, answered, ended, and stands in the customer's timeline with transcript and summary", async () => {
    const report = await call(carrier, [
      { say: "What are your opening hours?" },
      { say: "Thank you, goodbye" },
      { hangUp: true },
    ]);
    expect(report.problems).toEqual([]);
    expect(report.deadAir).toEqual([]);
    expect(report.requests.every((one) => one.status < 300)).toBe(true);
    expect(report.heard.map((one) => one.text).join(" ")).toContain(greeting);
    await runDueJobs();
    const ctx = ctxOf(slug);
    const [row] = (await listCalls(ctx, CallFilter.parse({ carrierCallId: report.callId }))).data;
    const view = await getCall(ctx, row?.id ?? "");
    expect(view).toMatchObject({ status: "completed", direction: "inbound", outcome: "answered" });
    expect(view.summary).toBeTruthy();
    expect(view.sentiment).not.toBeNull();
    expect(view.turns.map((turn) => turn.speaker)).toEqual(expect.arrayContaining(["assistant", "caller"]));
    expect(view.turns[0]?.speaker).toBe("assistant");
    expect(view.conversationId).not.toBeNull();
  });

  it("that nobody speaks in ends by itself and is a missed call with its reason", async () => {
    const report = await call(
      carrier,
      [{ wait: 60 }],
      carrier === "twilio" ? "+14155550178" : "+919812300002",
    );
    expect(report.status).toBe("completed");
    await runDueJobs();
    const [row] = (await listCalls(ctxOf(slug), CallFilter.parse({ carrierCallId: report.callId }))).data;
    expect(row).toMatchObject({ outcome: "missed", endedBy: "us" });
    expect(row?.missedBecause).toBeTruthy();
  });
});

it("three missed calls give one text-back", async () => {
  for (let index = 0; index < 3; index += 1) {
    await call("twilio", [{ hangUp: true }], "+14155550179");
    await runDueJobs();
  }
  const texts = await withTenant(ctxOf("demo"), (tx) =>
    tx.message.count({ where: { toAddress: "+14155550179" } }),
  );
  expect(texts).toBe(1);
});
