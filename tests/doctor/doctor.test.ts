import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { unsafePlatformSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { env } from "@/lib/env";
import { installSubscribers } from "@/lib/events";
import { systemClock } from "@/lib/kernel/clock";
import { listNumbers, repairNumber } from "@/lib/numbers";
import { connectAccount } from "@/lib/setup";
import { startTestCarrier, testAccounts } from "@/lib/setup/testing";
import { seedTenant } from "@/lib/tenants/testing";
import type { Simulator } from "@/simulator";
import { examine, type Finding } from "./index";
import { judgeClock } from "./rules";

let simulator: Simulator;
let desk: Server;
let statusOfHooks = 400;

beforeAll(async () => {
  await testDatabase();
  installSubscribers([]);
  simulator = await startTestCarrier();
  desk = createServer((request, response) => {
    const isHealth = request.url === "/api/health";
    response.writeHead(isHealth ? 200 : statusOfHooks, { "content-type": "application/json" });
    response.end(isHealth ? '{"status":"ok","checks":{}}' : "{}");
  });
  await new Promise<void>((resolve) => desk.listen(0, "127.0.0.1", resolve));
  Object.assign(env, { publicUrl: `http://127.0.0.1:${(desk.address() as AddressInfo).port}` });
});
afterAll(async () => {
  await simulator.close();
  desk.close();
});

it("finds what is wrong with a number and its account, says it once as news, and is content after the repair", async () => {
  const { ctx } = await seedTenant();
  await connectAccount(ctx, {
    ...{ carrier: "twilio", scope: "tenant", credentials: testAccounts.one, e164: "+12065550111" },
  });
  await unsafePlatformSql("a test plays the worker", (sql) =>
    sql.run(
      "INSERT INTO worker_heartbeats (worker_id) VALUES ('test') ON CONFLICT (worker_id) DO UPDATE SET seen_at = now()",
    ),
  );
  const first = await examine(ctx);
  expect(bad(first.examinations)).toEqual([]);

  const held = [...simulator.world.store.numbers.values()].find((one) => one.phoneNumber === "+12065550111");
  Object.assign(held ?? {}, { voiceUrl: "https://elsewhere.example/", smsUrl: "" });
  statusOfHooks = 403;
  const second = await examine(ctx);
  expect(bad(second.examinations).map(({ key }) => key)).toEqual([
    "webhook:answer",
    "webhook:text",
    "signature",
  ]);
  for (const finding of bad(second.examinations)) expect(finding.cure?.length).toBeGreaterThan(5);
  await examine(ctx);
  const news = await unsafePlatformSql("a test reads events", (sql) =>
    sql.rows("SELECT 1 FROM events WHERE tenant_id = $1::uuid AND kind = 'doctor.drift'", [ctx.tenantId]),
  );
  expect(news).toHaveLength(2);

  statusOfHooks = 400;
  const [number] = await listNumbers(ctx);
  await repairNumber(ctx, number?.id ?? "");
  expect(bad((await examine(ctx)).examinations)).toEqual([]);
});

it("looks at nothing of another tenant", async () => {
  const { ctx } = await seedTenant();
  const { examinations } = await examine({ ...ctx, clock: systemClock });
  expect(examinations.map(({ kind }) => kind)).toEqual(["installation"]);
});

it.each([
  [0, "good"],
  [-20_000, "warn"],
  [90_000, "bad"],
])("judges a clock that is %d ms away", (skew, tone) => {
  expect(judgeClock(skew)).toMatchObject({ tone });
});

function bad(examinations: { findings: Finding[] }[]): Finding[] {
  return examinations.flatMap(({ findings }) => findings).filter(({ tone }) => tone === "bad");
}
