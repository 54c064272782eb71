import { carrier } from "@/lib/carriers";
import {
  type ConnectionView,
  type OpenConnection,
  openConnection,
  platformConnection,
  testConnection,
} from "@/lib/connections";
import { webhookUrls } from "@/lib/connections/rules";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { lastWebhook, readSetup } from "@/lib/setup";
import { readTenant, type TenantView } from "@/lib/tenants";
import type { Finding } from "./schema";

/** Proves one account: credentials, what was made for it, the way back through the public address, its signature. */
export async function examineConnection(ctx: Ctx, view: ConnectionView): Promise<Finding[]> {
  const tenant = await readTenant(ctx);
  const opened =
    view.id === null
      ? platformConnection(view.carrier, tenant)
      : await openConnection(ctx, { carrier: view.carrier, connectionId: view.id });
  if (!opened)
    return [
      {
        key: "credentials",
        title: "Credentials",
        tone: "bad",
        sentence: "This account is not connected.",
        cure: "Connect it again.",
      },
    ];
  return [
    await examineCredentials(ctx, view, opened),
    ...(view.id === null ? [] : await examineObjects(ctx, view.id)),
    await examineRoundTrip(opened, tenant),
    ...verificationOf(opened),
    await examineLastWebhook(ctx, view),
  ];
}

async function examineCredentials(ctx: Ctx, view: ConnectionView, opened: OpenConnection): Promise<Finding> {
  const subject = { key: "credentials", title: "Credentials" };
  if (view.id === null) {
    const check = await carrier(view.carrier).account.verify(opened.connection);
    if (check.ok && check.status === "active")
      return { ...subject, tone: "good", sentence: `${view.carrierLabel} accepts them.` };
    return {
      ...subject,
      tone: "bad",
      sentence: `${view.carrierLabel} does not accept the installation's account.`,
      cure: "The administrator of this installation has to enter it again.",
    };
  }
  const test = await testConnection(ctx, view.id);
  if (!test.ok)
    return {
      ...subject,
      tone: test.reason === "unreachable" ? "warn" : "bad",
      sentence: test.sentence,
      cure: "Enter the token again: Replace token.",
    };
  const money = test.balance ? ` Balance: ${test.balance.amount.toFixed(2)} ${test.balance.currency}.` : "";
  return {
    ...subject,
    tone: "good",
    sentence: `${view.carrierLabel} accepts them.${money}${test.isTrial ? " It is a trial account: it reaches verified numbers only." : ""}`,
  };
}

async function examineObjects(ctx: Ctx, id: string): Promise<Finding[]> {
  const { steps } = await readSetup(ctx, id);
  return steps
    .filter(({ step }) => step === "application" || step === "key")
    .map(({ step, title, state, sentence }) =>
      state === "done"
        ? { key: step, title, tone: "good" as const, sentence }
        : {
            key: step,
            title,
            tone: "warn" as const,
            sentence,
            cure: "Repair makes it.",
            repair: "application" as const,
          },
    );
}

/** A request of ours to ourselves, signed as the carrier signs, through the public address and every proxy before it. */
async function examineRoundTrip(opened: OpenConnection, { slug }: TenantView): Promise<Finding> {
  const subject = { key: "signature", title: "Signed request through the public address" };
  const { description, webhooks } = carrier(opened.carrier);
  const url = webhookUrls(env.publicUrl, slug, description).status;
  try {
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      ...webhooks.sign(url, opened.connection.credentials),
    };
    const answer = await fetch(url, {
      method: "POST",
      headers,
      body: "",
      redirect: "manual",
      signal: AbortSignal.timeout(5_000),
    });
    // Believed, but it says nothing: that is what an empty request deserves.
    if (answer.status === 400 || answer.ok)
      return { ...subject, tone: "good", sentence: "It arrived and its signature was believed." };
    if (answer.status === 403)
      return {
        ...subject,
        tone: "bad",
        sentence: "It arrived, but its signature was not believed.",
        cure: "Something in front of this desk changes the path, or the token was just replaced. Check the proxy; look again in a few seconds.",
      };
    return {
      ...subject,
      tone: "bad",
      sentence: `It was answered with ${answer.status}.`,
      cure: "Check the proxy in front of this desk: it must pass POST requests to /api on unchanged.",
    };
  } catch (error) {
    return {
      ...subject,
      tone: "bad",
      sentence: `It did not arrive (${error instanceof Error ? error.message : "no answer"}).`,
      cure: "Check PUBLIC_URL, DNS, the certificate and the firewall.",
    };
  }
}

function verificationOf(opened: OpenConnection): Finding[] {
  if (opened.verification === "strict") return [];
  return [
    {
      ...{ key: "verification", title: "Verification is optional", tone: "warn" },
      sentence:
        "Webhooks of this account are believed without a signature, so anybody who knows the address can send some.",
      cure: "Fine for a demo. Connect the account anew to have every webhook signed.",
    },
  ];
}

async function examineLastWebhook(ctx: Ctx, view: ConnectionView): Promise<Finding> {
  const last = await lastWebhook(ctx, view.carrier, new Date(0));
  const subject = { key: "last_webhook", title: "Last webhook" };
  if (last)
    return {
      ...subject,
      tone: "good",
      sentence: `Came ${last.toISOString().slice(0, 16).replace("T", " ")} UTC.`,
    };
  return { ...subject, tone: "warn", sentence: "None has come yet.", cure: "Call or text the number once." };
}
