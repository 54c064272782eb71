import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getCall, listCalls, listTraces } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { createFlow, getFlow, publishFlow, saveDraft } from "@/lib/flows";
import type { FlowGraph } from "@/lib/flows/schema";
import type { Ctx } from "@/lib/kernel/context";
import { deliver, platformAccount } from "@/lib/webhooks/testing";
import { type Carrier, type Line, openLine } from "./open-line";
import type { Act } from "./script";
import { type CallStage, setClock, startCallStage } from "./stage";

let stage: CallStage;

beforeAll(async () => {
  stage = await startCallStage();
});
beforeEach(() => setClock());
afterAll(() => stage.stop());

const paying: FlowGraph = {
  start: "pay",
  steps: {
    pay: {
      ...{ kind: "pay", prompt: "Your deposit is fifty dollars.", amountMinor: 5_000, currency: "USD" },
      ...{ connector: "Default", description: "Deposit", paid: "thanks", unpaid: "sorry" },
    },
    thanks: { kind: "hang_up", text: "Thank you, the deposit has arrived." },
    sorry: { kind: "hang_up", text: "That did not work. We will call you back." },
  },
};

const userOf = ({ desk }: Line): Ctx => ({
  ...desk.ctx,
  actor: { kind: "user", userId: desk.customerId, role: "owner" },
});

/** Draws the payment and lets a line's calls go through it, whatever the validation says. */
async function route(line: Line, graph = paying): Promise<void> {
  const flow = { id: crypto.randomUUID(), graph: JSON.stringify(graph) };
  const of = [line.desk.ctx.tenantId, flow.id];
  await withTenantSql(line.desk.ctx, async (sql) => {
    await sql.run(
      `INSERT INTO flows (tenant_id, id, name, published_version, updated_at) VALUES ($1::uuid, $2::uuid, $2::uuid::text, 1, now())`,
      of,
    );
    await sql.run(
      `INSERT INTO flow_versions (tenant_id, flow_id, version, graph, created_at) VALUES ($1::uuid, $2::uuid, 1, $3::jsonb, now())`,
      [...of, flow.graph],
    );
    await sql.run(
      "UPDATE numbers SET settings = settings || jsonb_build_object('flowId', $2::uuid::text) WHERE tenant_id = $1::uuid",
      of,
    );
  });
}

const card = (number: string): Act[] => [
  ...[{ press: number }, { press: "1230" }, { press: "123" }, { press: "94107" }],
];

async function callOf({ desk }: Line, carrierCallId: string) {
  const { data } = await listCalls(desk.ctx, CallFilter.parse({ carrierCallId }));
  return getCall(desk.ctx, data[0]?.id ?? "");
}

const heardIn = (report: { heard: { text?: string }[] }) =>
  report.heard.flatMap(({ text }) => text ?? []).join("\n");

describe("a payment in a call", () => {
  it("is taken by the carrier; of the card four digits and its brand are kept", async () => {
    const line = await openLine(stage.simulator, "twilio");
    await route(line);
    const report = await stage.ring(line, card("4242424242424242"));
    expect(report.problems).toEqual([]);
    expect(report.requests.filter(({ status }) => status >= 300)).toEqual([]);
    expect(heardIn(report)).toMatch(/deposit is fifty dollars.*credit card number.*has arrived/s);
    const call = await callOf(line, report.callId);
    expect(call.payments).toEqual([
      {
        ...{ amount: { minor: 5_000, currency: "USD" }, isPaid: true, result: "success" },
        ...{ lastFour: "4242", brand: "visa", confirmation: expect.stringMatching(/^ch_/) },
        at: expect.any(String),
      },
    ]);
    const titles = (await listTraces(line.desk.ctx, call.id)).map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(["Payment: waits for the card's number", "The card was charged"]),
    );
    expect(await everythingKept(line)).not.toMatch(/xxxx4242|PaymentToken|ExpirationDate|"1230"/);
  });

  it("that is declined goes on by the other branch", async () => {
    const line = await openLine(stage.simulator, "twilio");
    await route(line);
    const report = await stage.ring(line, card("4000000000000002"));
    expect(heardIn(report)).toContain("That did not work.");
    const { payments } = await callOf(line, report.callId);
    expect(payments).toMatchObject([{ isPaid: false, result: "payment-connector-error" }]);
  });

  it("after three wrong numbers goes on by the other branch", async () => {
    const line = await openLine(stage.simulator, "twilio");
    await route(line);
    const report = await stage.ring(line, [{ press: "4111" }, { press: "4111" }, { press: "4111" }]);
    expect(heardIn(report)).toContain("That did not work.");
    const call = await callOf(line, report.callId);
    expect(call.payments).toMatchObject([{ isPaid: false, result: "too-many-failed-attempts" }]);
  });

  it("on a carrier that takes no cards is not even asked for", async () => {
    const line = await openLine(stage.simulator, "vobiz");
    await route(line);
    const report = await stage.ring(line, card("4242424242424242"));
    expect(report.problems).toEqual([]);
    expect(heardIn(report)).toContain("That did not work.");
    expect((await callOf(line, report.callId)).payments).toEqual([]);
  });

  it.each(["paid", "payment-status"])("is not believed when nobody signed it: %s", async (path) => {
    const line = await openLine(stage.simulator, "twilio");
    await route(line);
    const fields = {
      ...{ CallSid: `CA${"b".repeat(32)}`, AccountSid: platformAccount.accountSid, Result: "success" },
      ...{ For: "payment-card-number", From: line.caller, To: line.number },
    };
    const url = { path: `/api/twilio/${line.slug}/${path}`, fields };
    expect((await deliver({ ...url, token: null })).status).toBe(403);
    expect((await deliver(url)).status).toBe(403); // signed, but about nobody's call
  });
});

describe("the drawing", () => {
  const draw = async (line: Line, graph: FlowGraph) => {
    const ctx = userOf(line);
    const { id } = await createFlow(ctx, { name: "Deposit", begin: "menu" });
    await withTenantSql(ctx, (sql) =>
      sql.run(
        "UPDATE numbers SET settings = settings || jsonb_build_object('flowId', $2::text) WHERE tenant_id = $1::uuid",
        [ctx.tenantId, id],
      ),
    );
    const { revision } = await getFlow(ctx, id);
    const saved = await saveDraft(ctx, id, { graph, revision });
    return { ...saved, publish: () => publishFlow(ctx, id, { revision: saved.revision, note: "" }) };
  };

  it("is refused for a number whose carrier takes no cards, and says why", async () => {
    const drawn = await draw(await openLine(stage.simulator, "vobiz" satisfies Carrier), paying);
    expect(drawn.problems.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/“Take a payment” cannot take a payment on \+91.*: Vobiz takes no card payments/),
    ]);
    await expect(drawn.publish()).rejects.toMatchObject({ code: "refused" });
  });

  it("serves on one whose carrier does, and wants an amount and both ways out", async () => {
    const line = await openLine(stage.simulator, "twilio");
    expect((await draw(line, paying)).problems).toEqual([]);
    const pay = {
      ...paying.steps.pay,
      kind: "pay",
      amountMinor: 0,
      paid: null,
    } as FlowGraph["steps"][string];
    const { problems } = await draw(line, { ...paying, steps: { ...paying.steps, pay } });
    expect(problems.filter(({ severity }) => severity === "error").map(({ field }) => field)).toEqual([
      "paid",
      "amountMinor",
    ]);
  });
});

/** Everything that the database keeps of a business's calls and their webhooks, as one text. */
async function everythingKept({ desk }: Line): Promise<string> {
  const row = await unsafePlatformSql("a test looks for a card", (sql) =>
    sql.one<{ all: string }>(
      `SELECT concat((SELECT string_agg(w::text, ' ') FROM webhook_events w WHERE tenant_id = $1::uuid),
          (SELECT string_agg(t::text, ' ') FROM call_traces t WHERE tenant_id = $1::uuid),
          (SELECT string_agg(e::text, ' ') FROM events e WHERE tenant_id = $1::uuid),
          (SELECT string_agg(p::text, ' ') FROM payments p WHERE tenant_id = $1::uuid)) AS all`,
      [desk.ctx.tenantId],
    ),
  );
  return row?.all ?? "";
}
