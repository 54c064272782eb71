import { beforeAll, describe, expect, it } from "vitest";
import { changeCustomer, createCustomer } from "@/lib/customers";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { runDueJobs } from "@/lib/jobs/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { beginRun } from "./engine/begin-run";
import { whyCircular } from "./rule/judge";
import { openDesk, runsOf, seedRule, sentTo, tagsOf, texter } from "./testing";

beforeAll(async () => {
  await testDatabase();
  installWiring();
});

describe("a limit", () => {
  it("holds per customer, however many events come at once", async () => {
    const here = await openDesk();
    const rule = await seedRule(here.ctx, {
      ...{ trigger: { on: "missed_call" }, steps: [{ do: "send_sms", body: "Sorry!" }] },
      limits: { timesPerCustomer: 1, withinHours: 4 },
    });
    const { id } = await createCustomer(here.ctx, { name: "Cy", address: "+14155553997" });
    const begin = (index: number) =>
      beginRun(here.ctx, {
        ...{ automationId: rule.id, chain: [] },
        happening: {
          ...({
            on: "missed_call",
            key: `missed_call:${index}`,
            at: new Date().toISOString(),
            customerId: id,
          } as const),
          ...{
            conversationId: null,
            messageId: null,
            callId: null,
            appointmentId: null,
            tags: [],
            still: null,
          },
        },
      });
    await Promise.all([1, 2, 3].map(begin));
    expect(await sentTo(here.ctx, "+14155553997")).toHaveLength(1);
    const runs = await runsOf(here.ctx, rule.id);
    expect(runs.map(({ status }) => status).sort()).toEqual(["done", "skipped", "skipped"]);
    expect(runs.find(({ status }) => status === "skipped")?.reason).toMatch(/once within 4 hours/);
  });

  it("stops two machines that answer each other", async () => {
    const here = await openDesk();
    const rule = await seedRule(here.ctx, {
      ...{ trigger: { on: "inbound_sms" }, steps: [{ do: "send_sms", body: "We are closed." }] },
    });
    const robot = texter(here);
    for (let round = 0; round < 10; round += 1) {
      await robot.text("Out of office");
      await runDueJobs();
    }
    expect(await sentTo(here.ctx, robot.from)).toHaveLength(2);
    const clever = texter(here);
    for (let round = 0; round < 10; round += 1) {
      await clever.text(`Out of office ${round}`);
      await runDueJobs();
    }
    expect(await sentTo(here.ctx, clever.from)).toHaveLength(6);
    const last = (await runsOf(here.ctx, rule.id)).at(-1);
    expect(last).toMatchObject({ status: "failed", reason: expect.stringMatching(/machine too/) });
  });

  it("stops a rule that starts itself, for everybody to see", async () => {
    const here = await openDesk();
    const rule = await seedRule(here.ctx, {
      trigger: { on: "customer_tagged", tag: null },
      steps: [{ do: "tag", tag: "seen" }],
    });
    const { id } = await createCustomer(here.ctx, { name: "Di", address: "+14155553996" });
    await changeCustomer(here.ctx, { id, tags: ["vip"] });
    await runDueJobs();
    expect(await tagsOf(here.ctx, id)).toEqual(["vip", "seen"]);
    expect((await runsOf(here.ctx, rule.id)).map(({ status }) => status)).toEqual(["done", "stopped"]);
    const told = await withTenantSql(here.ctx, (sql) =>
      sql.rows("SELECT kind, body FROM notifications WHERE tenant_id = $1::uuid", [here.ctx.tenantId]),
    );
    expect(told).toEqual([{ kind: "automation.stopped", body: expect.stringMatching(/started itself/) }]);
  });

  it("stops rules that start each other, and chains that are too long", () => {
    expect(whyCircular("a", [])).toBeNull();
    expect(whyCircular("a", ["b", "c"])).toBeNull();
    expect(whyCircular("a", ["b", "a"])).toMatch(/started itself/);
    expect(whyCircular("a", ["a", "b"])).toMatch(/another rule that it had started/);
    expect(whyCircular("f", ["a", "b", "c", "d", "e"])).toMatch(/5 rules in a row/);
  });
});
