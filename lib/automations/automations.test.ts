import { beforeAll, describe, expect, it } from "vitest";
import { assignConversation, closeConversation, reopenConversation } from "@/lib/conversations";
import { createCustomer } from "@/lib/customers";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { runDueJobs } from "@/lib/jobs/testing";
import { seedMember, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { beginRun } from "./engine/begin-run";
import { presets } from "./rule/presets";
import { type Desk, openDesk, runsOf, seedRule, sentTo, tagsOf, texter } from "./testing";

let desk: Desk;

beforeAll(async () => {
  await testDatabase();
  installWiring();
  desk = await openDesk();
});

describe("a rule", () => {
  it("does its steps in order when what it waits for happens, once", async () => {
    const rule = await seedRule(desk.ctx, {
      trigger: { on: "inbound_sms" },
      conditions: [{ if: "text_contains", words: ["Price", "cost"] }],
      steps: [
        {
          do: "send_sms",
          body: "Hi {{customer.first_name|there}}, our prices are at {{business.booking_link}}",
        },
        { do: "priority", priority: "high" },
        { do: "note", body: "Asked: {{message.text}}" },
        { do: "tag", tag: "prices" },
        { do: "close" },
      ],
    });
    const someone = texter(desk);
    const { conversationId } = await someone.text("What does a cleaning COST?");
    await runDueJobs();
    await runDueJobs();
    expect(await runsOf(desk.ctx, rule.id)).toMatchObject([
      { status: "done", outcomes: ["done", "done", "done", "done", "done"] },
    ]);
    const [sent, ...more] = await sentTo(desk.ctx, someone.from);
    expect(more).toEqual([]);
    expect(sent).toMatchObject({
      author: "automation",
      body: expect.stringMatching(/^Hi there, our prices are at http/),
    });
    const row = await withTenantSql(desk.ctx, (sql) =>
      sql.one(
        `SELECT c.status, c.priority, (SELECT body FROM messages m WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id AND m.channel = 'note') AS note
           FROM conversations c WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid`,
        [desk.ctx.tenantId, conversationId],
      ),
    );
    expect(row).toEqual({ status: "closed", priority: "high", note: "Asked: What does a cleaning COST?" });
  });

  it("says why it did nothing", async () => {
    const rule = await seedRule(desk.ctx, {
      trigger: { on: "inbound_sms" },
      conditions: [
        { if: "first_time", is: true },
        { if: "text_equals", words: ["hours?"] },
      ],
      steps: [{ do: "tag", tag: "asked" }],
    });
    const someone = texter(desk);
    await someone.text("hello");
    await someone.text(" HOURS? ");
    await runDueJobs();
    expect((await runsOf(desk.ctx, rule.id)).map(({ status, reason }) => [status, reason])).toEqual([
      ["skipped", "The text is not exactly “hours?”."],
      ["skipped", "It was not the customer's first contact."],
    ]);
  });

  it("never sees a STOP, and texts nobody who said it", async () => {
    const here = await openDesk();
    const rule = await seedRule(here.ctx, {
      trigger: { on: "inbound_sms" },
      steps: [{ do: "send_sms", body: "Thanks!" }],
    });
    const created = await seedRule(here.ctx, {
      trigger: { on: "customer_created" },
      steps: [{ do: "send_sms", body: "Welcome!" }],
    });
    const someone = texter(here);
    await someone.text("STOP");
    await runDueJobs();
    expect(await runsOf(here.ctx, rule.id)).toEqual([]);
    expect(await runsOf(here.ctx, created.id)).toMatchObject([
      { status: "failed", outcomes: ["refused"], reason: expect.stringContaining("STOP") },
    ]);
    await someone.text("we must STOP this leak");
    await runDueJobs();
    expect(await runsOf(here.ctx, rule.id)).toMatchObject([{ status: "failed", outcomes: ["refused"] }]);
    expect(await sentTo(here.ctx, someone.from)).toEqual([]);
  });

  it("that is off, or of another business, does nothing", async () => {
    const other = await openDesk();
    const foreign = await seedRule(other.ctx, {
      trigger: { on: "inbound_sms" },
      steps: [{ do: "tag", tag: "x" }],
    });
    const { conversationId, messageId } = await texter(desk).text("hello");
    await runDueJobs();
    expect(await runsOf(other.ctx, foreign.id)).toEqual([]);
    const happening = {
      ...({ on: "inbound_sms", key: "k", at: new Date().toISOString(), customerId: null } as const),
      ...{ conversationId, messageId, callId: null, appointmentId: null, tags: [], still: null },
    };
    await beginRun(desk.ctx, { automationId: foreign.id, happening, chain: [] });
    expect(await runsOf(other.ctx, foreign.id)).toEqual([]);
  });

  it("goes on after a step that cannot be done", async () => {
    const agent = await seedMember(desk);
    const rule = await seedRule(desk.ctx, {
      trigger: { on: "customer_created" },
      steps: [
        { do: "assign", to: { kind: "member", memberId: agent.memberId } },
        { do: "tag", tag: "new" },
      ],
    });
    await withTenantSql(desk.ctx, (sql) =>
      sql.run("UPDATE members SET disabled_at = now() WHERE tenant_id = $1::uuid AND id = $2::uuid", [
        ...[desk.ctx.tenantId, agent.memberId],
      ]),
    );
    await texter(desk).text("hello");
    const { id } = await createCustomer(desk.ctx, { name: "Ada", address: "+14155553999" });
    await runDueJobs();
    expect(await runsOf(desk.ctx, rule.id)).toMatchObject([
      {
        status: "failed",
        outcomes: ["failed", "done"],
        steps: ["There is no such member.", expect.anything()],
      },
      { status: "done", outcomes: ["skipped", "done"] },
    ]);
    expect(await tagsOf(desk.ctx, id)).toEqual(["new"]);
  });

  it("begins once however often its job runs, also at once", async () => {
    const here = await openDesk();
    const rule = await seedRule(here.ctx, {
      trigger: { on: "voicemail" },
      steps: [{ do: "tag", tag: "once" }],
    });
    const { id } = await createCustomer(here.ctx, { name: "Bo", address: "+14155553998" });
    const happening = {
      ...({ on: "voicemail", key: "voicemail:1", at: new Date().toISOString(), customerId: id } as const),
      ...{ conversationId: null, messageId: null, callId: null, appointmentId: null, tags: [], still: null },
    };
    const begin = () => beginRun(here.ctx, { automationId: rule.id, happening, chain: [] });
    await Promise.all(Array.from({ length: 10 }, begin));
    await begin();
    expect(await runsOf(here.ctx, rule.id)).toHaveLength(1);
  });
});

describe("a wait", () => {
  const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

  it("looks at everything again when it is over", async () => {
    const rule = await seedRule(desk.ctx, {
      trigger: { on: "conversation_closed" },
      conditions: [{ if: "tag", tag: "no survey", has: false }],
      steps: [
        { do: "wait", minutes: 60 },
        { do: "send_sms", body: "How was it?" },
      ],
    });
    const [kept, reopened] = [texter(desk), texter(desk)];
    const { conversationId } = await kept.text("hello");
    const second = await reopened.text("hello");
    await closeConversation(desk.ctx, { id: conversationId });
    await closeConversation(desk.ctx, { id: second.conversationId });
    await runDueJobs();
    expect(await runsOf(desk.ctx, rule.id)).toMatchObject([{ status: "waiting" }, { status: "waiting" }]);
    await reopenConversation(desk.ctx, { id: second.conversationId });
    await withTenantSql(desk.ctx, (sql) =>
      sql.run(
        "UPDATE automation_runs SET wake_at = now() WHERE tenant_id = $1::uuid AND automation_id = $2::uuid",
        [...[desk.ctx.tenantId, rule.id]],
      ),
    );
    await runDueJobs(later(61));
    expect(await runsOf(desk.ctx, rule.id)).toMatchObject([
      { status: "done", outcomes: ["done", "done"] },
      { status: "skipped", reason: "The conversation was opened again.", outcomes: ["done", "skipped"] },
    ]);
  });
});

describe("the receptionist's answer", () => {
  it("is asked for, unless a person has the conversation", async () => {
    const here = await openDesk();
    const rule = await seedRule(here.ctx, { trigger: { on: "inbound_sms" }, steps: [{ do: "ai_reply" }] });
    const asked = await texter(here).text("When are you open?");
    const person = texter(here);
    const taken = await person.text("hello");
    await assignConversation(here.ctx, {
      id: taken.conversationId,
      assignee: { kind: "member", memberId: here.owner.memberId },
    });
    await runDueJobs(new Date(Date.now() + 5_000));
    expect((await runsOf(here.ctx, rule.id)).map(({ steps }) => steps[0])).toEqual([
      "Handed the text to the receptionist to answer.",
      "A person has this conversation, so the receptionist stays silent.",
    ]);
    const answered = await withTenantSql(here.ctx, (sql) =>
      sql.rows<{ id: string }>(
        "SELECT conversation_id AS id FROM messages WHERE tenant_id = $1::uuid AND author_kind = 'assistant' AND direction = 'outbound'",
        [here.ctx.tenantId],
      ),
    );
    expect(answered).toEqual([{ id: asked.conversationId }]);
  });
});

it("gives every new business the text-back, as the gallery has it", async () => {
  const { ctx } = await seedTenant();
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<{ rule: unknown; name: string; preset: string }>(
      "SELECT name, preset, rule FROM automations WHERE tenant_id = $1::uuid AND is_on",
      [ctx.tenantId],
    ),
  );
  const [first] = presets;
  expect(rows).toEqual([{ name: first?.name, preset: first?.key, rule: first?.rule }]);
});
