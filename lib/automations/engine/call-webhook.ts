import { createHmac } from "node:crypto";
import { type Sql, withTenantSql } from "@/lib/db";
import { type FetchAnswer, type FetchProblem, fetchGuarded } from "@/lib/fetching";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import type { Facts } from "../rule/facts";
import { Rule } from "../rule/rule";
import type { RuleStep } from "../rule/step";
import { Happening } from "../rule/trigger";
import { gatherFacts } from "./gather-facts";
import { emitRun } from "./keep-run";
import { openSecret } from "./webhook-secret";

/** Which step of which run, and the how manieth time. */
export type WebhookCall = { runId: string; position: number; attempt: number };

type Loaded = {
  automationId: string;
  name: string;
  url: string;
  secret: string;
  on: string;
  at: string;
  facts: Facts;
};

const retrySeconds = [10, 60, 600, 3600];
const limits = { maxBytes: 65_536, timeoutMilliseconds: 5_000 };

/**
 * Calls the address of a webhook step: a POST signed as Standard Webhooks describes it (standardwebhooks.com), https only,
 * no redirects, every address checked while dialling. What may get better is tried again, five times in all, under the same id.
 */
export async function callWebhook(
  ctx: Ctx,
  call: WebhookCall,
  dependencies: Parameters<typeof fetchGuarded>[1] = {},
): Promise<void> {
  const loaded = await withTenantSql(ctx, (sql) => load(sql, ctx, call));
  if (!loaded) return;
  const id = `${call.runId}.${call.position}`;
  const body = JSON.stringify(bodyOf(ctx, id, loaded));
  const answer = await fetchGuarded(
    { url: loaded.url, method: "POST", body, headers: headersOf(ctx, id, body, loaded.secret), ...limits },
    dependencies,
  );
  await withTenantSql(ctx, (sql) => settle(sql, ctx, call, loaded, answer));
}

type Row = {
  automationId: string;
  name: string;
  rule: unknown;
  happening: unknown;
  sealed: string | null;
};

/** The step that is to be done; null when it is settled, or gone with its rule. */
async function load(sql: Sql, ctx: Ctx, { runId, position }: WebhookCall): Promise<Loaded | null> {
  const row = await sql.one<Row>(
    `SELECT r.automation_id AS "automationId", a.name, v.rule, r.happening, a.sealed_secret AS sealed
       FROM automation_steps s
       JOIN automation_runs r ON r.tenant_id = s.tenant_id AND r.id = s.run_id
       JOIN automations a ON a.tenant_id = r.tenant_id AND a.id = r.automation_id
       JOIN automation_versions v ON v.tenant_id = r.tenant_id AND v.automation_id = r.automation_id AND v.version = r.version
      WHERE s.tenant_id = $1::uuid AND s.run_id = $2::uuid AND s.position = $3::int AND s.outcome = 'waiting'`,
    [ctx.tenantId, runId, position],
  );
  const step: RuleStep | undefined = row ? Rule.parse(row.rule).steps[position] : undefined;
  if (!row?.sealed || step?.do !== "webhook") return null;
  const happening = Happening.parse(row.happening);
  const facts = await gatherFacts(sql, ctx, happening);
  if (!facts) return null;
  const { automationId, name, sealed } = row;
  const secret = openSecret(ctx.tenantId, automationId, sealed);
  return { automationId, name, url: step.url, secret, on: happening.on, at: happening.at, facts };
}

/** What the other side gets: ids to ask the API with, and what it needs most often. */
function bodyOf(ctx: Ctx, id: string, { automationId, name, on, at, facts }: Loaded): object {
  const { customer, conversation, message, call, appointment } = facts;
  return {
    ...{ id, type: on, at, tenantId: ctx.tenantId, automation: { id: automationId, name } },
    customer: customer && {
      id: customer.id,
      name: customer.name,
      phone: customer.phone,
      tags: customer.tags,
    },
    conversation: conversation && {
      ...{ id: conversation.id, number: conversation.number, status: conversation.status },
    },
    message: message && { id: message.id, channel: message.channel, text: message.body },
    call: call && { id: call.id, outcome: call.outcome, sentiment: call.sentiment },
    appointment: appointment && {
      ...{
        id: appointment.id,
        status: appointment.status,
        startsAt: appointment.startsAt,
        endsAt: appointment.endsAt,
      },
      ...{ service: appointment.serviceName, staff: appointment.staffName },
    },
  };
}

function headersOf(ctx: Ctx, id: string, body: string, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(ctx.clock.now().getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    ...{ "content-type": "application/json", "user-agent": "Trunkline" },
    ...{ "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` },
  };
}

type Settled = { outcome: "done" | "failed"; sentence: string } | { outcome: "again"; why: string };

async function settle(
  sql: Sql,
  ctx: Ctx,
  call: WebhookCall,
  { automationId, url }: Loaded,
  answer: FetchAnswer,
): Promise<void> {
  const { host } = new URL(url);
  const found = judgeAnswer(answer, host);
  const wait = retrySeconds[call.attempt - 1];
  if (found.outcome === "again" && wait !== undefined) {
    const runAt = new Date(ctx.clock.now().getTime() + wait * 1000);
    await write(sql, ctx, call, "waiting", `${found.why} Trying again (attempt ${call.attempt} of 5).`);
    return enqueue(sql, {
      ...{
        tenantId: ctx.tenantId,
        kind: "automations.call_webhook",
        payload: { ...call, attempt: call.attempt + 1 },
      },
      ...{ key: `webhook:${call.runId}:${call.position}:${call.attempt + 1}`, runAt },
    });
  }
  const end =
    found.outcome === "again"
      ? { outcome: "failed" as const, sentence: `${found.why} Given up after ${call.attempt} attempts.` }
      : found;
  await write(sql, ctx, call, end.outcome, end.sentence);
  if (end.outcome === "failed") await failRun(sql, ctx, call, end.sentence);
  await emitRun(sql, ctx, { automationId, status: end.outcome });
}

/** What an answer means: it arrived, it never will, or it is worth trying again. */
function judgeAnswer(answer: FetchAnswer, host: string): Settled {
  if (!answer.ok) {
    const lasting = lastingProblems[answer.reason];
    return lasting
      ? { outcome: "failed", sentence: `${host} ${lasting}` }
      : {
          outcome: "again",
          why: `${host} ${answer.reason === "timeout" ? "did not answer in time." : "could not be reached."}`,
        };
  }
  const { status } = answer;
  if (status >= 200 && status < 300) return { outcome: "done", sentence: `${host} answered ${status}.` };
  const why = `${host} answered ${status}.`;
  return status >= 500 || [408, 425, 429].includes(status)
    ? { outcome: "again", why }
    : { outcome: "failed", sentence: why };
}

const lastingProblems: Partial<Record<FetchProblem, string>> = {
  url_refused: "was not called: only https addresses on the public internet are.",
  address_refused: "was not called: its name leads to an address inside a private network.",
  redirect_refused: "wanted to send the call on to another address, which is not followed.",
  too_large: "answered with more than 64 kB, which was not read.",
};

async function write(
  sql: Sql,
  ctx: Ctx,
  call: WebhookCall,
  outcome: string,
  sentence: string,
): Promise<void> {
  await sql.run(
    `UPDATE automation_steps SET outcome = $4, sentence = $5, data = jsonb_build_object('attempts', $6::int)
      WHERE tenant_id = $1::uuid AND run_id = $2::uuid AND position = $3::int AND outcome = 'waiting'`,
    [ctx.tenantId, call.runId, call.position, outcome, sentence, call.attempt],
  );
}

/** A run that had ended well has not, as it turns out. */
async function failRun(sql: Sql, ctx: Ctx, { runId }: WebhookCall, reason: string): Promise<void> {
  await sql.run(
    `UPDATE automation_runs SET status = 'failed', reason = $3 WHERE tenant_id = $1::uuid AND id = $2::uuid AND status = 'done'`,
    [ctx.tenantId, runId, reason],
  );
}
