import { randomBytes } from "node:crypto";
import { carrier, isCarrierName, type RehearsedKind } from "@/lib/carriers";
import { type OpenConnection, openConnection, platformConnection } from "@/lib/connections";
import { webhookUrls } from "@/lib/connections/rules";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import type { NumberView } from "@/lib/numbers/schema";
import { readTenant } from "@/lib/tenants";
import { issueTicket } from "./rehearsal-ticket";
import { judgeRehearsedCall, judgeRehearsedText, type RehearsalAnswer } from "./rules";
import type { Finding } from "./schema";

// Reserved for fiction, so that it is nobody's; nothing is ever sent to it.
const nobody = "+12025550143";
const patienceMilliseconds = 8_000;

/**
 * Calls and texts a number as its carrier would: signed, through the public address and every proxy, into the number's
 * own flow and inbox. Nothing of it is kept. Empty for a number that no account stands behind.
 */
export async function examineRehearsals(ctx: Ctx, number: NumberView): Promise<Finding[]> {
  const tenant = await readTenant(ctx);
  const opened = await openAccountOf(ctx, number, tenant);
  if (!opened) return [];
  const { description } = carrier(opened.carrier);
  const urls = webhookUrls(env.publicUrl, tenant.slug, description);
  const isOn = (kind: string) => number.channels.some((one) => one.kind === kind && one.isEnabled);
  const play = (url: string, kind: RehearsedKind, body = "") =>
    ask(ctx, opened, { url, kind, body, to: number.e164 });
  const findings: Finding[] = [];
  if (isOn("voice")) {
    const greeting = await play(urls.answer, "answered");
    const listens = greeting.text.includes(`/${description.inputPath}`);
    const inputUrl = urls.answer.replace(/answer$/, description.inputPath);
    findings.push(judgeRehearsedCall(greeting, listens ? await play(inputUrl, "input") : null));
  }
  if (isOn("sms") && urls.text)
    findings.push(judgeRehearsedText(await play(urls.text, "text", "A rehearsal of the connection doctor.")));
  return findings;
}

function openAccountOf(
  ctx: Ctx,
  { carrier: name, connectionId }: NumberView,
  tenant: { isDemo: boolean },
): Promise<OpenConnection | null> {
  if (!isCarrierName(name)) return Promise.resolve(null);
  return connectionId === null
    ? platformConnection(name, tenant)
    : openConnection(ctx, { carrier: name, connectionId });
}

type Question = { url: string; kind: RehearsedKind; body: string; to: string };

async function ask(
  ctx: Ctx,
  opened: OpenConnection,
  { url, kind, body, to }: Question,
): Promise<RehearsalAnswer> {
  const { webhooks } = carrier(opened.carrier);
  const about = { id: randomBytes(16).toString("hex"), accountId: opened.accountId, from: nobody, to, body };
  const fields = webhooks.compose(kind, about) ?? {};
  const signed = `${url}?rehearsal=${encodeURIComponent(issueTicket(ctx.tenantId, ctx.clock))}`;
  const startedAt = performance.now();
  try {
    const answer = await fetch(signed, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        ...webhooks.sign(signed, opened.connection.credentials, fields),
      },
      body: new URLSearchParams(fields).toString(),
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    const text = await answer.text();
    const isOurs = answer.headers.has("x-rehearsal");
    return { status: answer.status, text, isOurs, milliseconds: performance.now() - startedAt };
  } catch (error) {
    const why = error instanceof Error ? error.message : "no answer";
    return { status: 0, text: why, isOurs: false, milliseconds: performance.now() - startedAt };
  }
}
