import { carrier } from "@/lib/carriers";
import {
  type ConnectionView,
  type OpenConnection,
  openConnection,
  platformConnection,
  testConnection,
} from "@/lib/connections";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { lastWebhook } from "@/lib/setup";
import { readTenant, type TenantView } from "@/lib/tenants";
import { examineObjects } from "./examine-objects";
import { examineRoundTrip } from "./examine-round-trip";
import { judgeBalance } from "./rules";
import type { Finding } from "./schema";
import { unsafeCountRefusals } from "./unsafe-refusals";

/** Proves one account: credentials, what was made for it, the way back through the public address, its signature. */
export async function examineConnection(ctx: Ctx, view: ConnectionView): Promise<Finding[]> {
  const tenant = await readTenant(ctx);
  const opened =
    view.id === null
      ? await platformConnection(view.carrier, tenant)
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
    ...(await examineCredentials(ctx, view, opened)),
    ...(view.id === null ? await examineSender(opened) : await examineObjects(ctx, view.id, opened, tenant)),
    await examineRoundTrip(opened, tenant),
    ...verificationOf(opened),
    ...(await examineRefusals(ctx, view, tenant)),
    await examineLastWebhook(ctx, view),
  ];
}

async function examineCredentials(
  ctx: Ctx,
  view: ConnectionView,
  opened: OpenConnection,
): Promise<Finding[]> {
  const subject = { key: "credentials", title: "Credentials" };
  if (view.id === null) {
    const check = await carrier(view.carrier).account.verify(opened.connection);
    if (check.ok && check.status === "active")
      return [{ ...subject, tone: "good", sentence: `${view.carrierLabel} accepts them.` }];
    return [
      {
        ...subject,
        tone: "bad",
        sentence: `${view.carrierLabel} does not accept the installation's account.`,
        cure: "The administrator of this installation has to enter it again: its token may have been rotated.",
      },
    ];
  }
  const test = await testConnection(ctx, view.id);
  if (!test.ok)
    return [
      {
        ...subject,
        tone: test.reason === "unreachable" ? "warn" : "bad",
        sentence: test.sentence,
        cure: "Enter the token again: Connections, Replace token.",
      },
    ];
  const trial = test.isTrial ? " It is a trial account: it reaches verified numbers only." : "";
  return [
    { ...subject, tone: "good", sentence: `${view.carrierLabel} accepts them.${trial}` },
    ...(test.balance ? [judgeBalance(test.balance, view.carrierLabel)] : []),
  ];
}

/** The number that texts of businesses without a number leave from, as the installation's settings name it. */
async function examineSender({ carrier: name, connection }: OpenConnection): Promise<Finding[]> {
  const from = env.carriers[name]?.fromNumber;
  const { numbers, description } = carrier(name);
  if (!from || !numbers) return [];
  const subject = { key: "sender", title: "Sender of the installation" };
  const owned = await numbers.find(connection, from).catch(() => undefined);
  if (owned === undefined) return [];
  if (owned) return [{ ...subject, tone: "good", sentence: `${from} is in the account.` }];
  return [
    {
      ...{
        ...subject,
        tone: "bad",
        sentence: `${from} is not a number of this ${description.label} account.`,
      },
      cure: "Texts from it are refused. The administrator has to set the sender (…_FROM_NUMBER) to a number of the account, with plus and country code: +12025551234.",
    },
  ];
}

/** Webhooks that came to this business and were not believed: somebody forges them, or the carrier signs otherwise. */
async function examineRefusals(ctx: Ctx, view: ConnectionView, { slug }: TenantView): Promise<Finding[]> {
  const count = await unsafeCountRefusals(ctx, view.carrier, slug);
  if (count === 0) return [];
  return [
    {
      ...{ key: "refused", title: "Refused webhooks", tone: "warn" },
      sentence: `${count} ${count === 1 ? "webhook was" : "webhooks were"} refused in the last day, because the signature did not fit.`,
      cure: "If texts or calls are missing, check that the token is the account's own, and that the carrier calls exactly the address that stands here, https:// included. If nothing is missing, somebody tried forgeries, and they did nothing.",
    },
  ];
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
