import { carrier } from "@/lib/carriers";
import { applicationSid, type OpenConnection } from "@/lib/connections";
import { webhookUrls } from "@/lib/connections/rules";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { listNumbers } from "@/lib/numbers";
import { readSetup } from "@/lib/setup";
import type { TenantView } from "@/lib/tenants";
import type { Finding } from "./schema";

/** What was made for an account, as remembered and as the carrier has it now. */
export async function examineObjects(
  ctx: Ctx,
  id: string,
  opened: OpenConnection,
  tenant: TenantView,
): Promise<Finding[]> {
  const { steps } = await readSetup(ctx, id);
  const made = steps.filter(({ step }) => step === "application" || step === "key" || step === "pool");
  const drifts = {
    ...(await lookAtApplication(ctx, opened, tenant)),
    ...(await lookAtPool(ctx, opened, tenant)),
  };
  return made.map(({ step, title, state, sentence }) => {
    const drift = drifts[step];
    if (state === "done" && !drift) return { key: step, title, tone: "good" as const, sentence };
    return {
      ...{ key: step, title, tone: drift?.tone ?? ("warn" as const), sentence: drift?.sentence ?? sentence },
      ...{ cure: "Repair makes it, or puts it back to this desk.", repair: "application" as const },
      ...(drift?.actual === undefined ? {} : { expected: drift.expected ?? "", actual: drift.actual }),
    };
  });
}

type Drift = Pick<Finding, "tone" | "sentence" | "expected" | "actual">;

/** The application that calls of the softphone (or, where webhooks belong to it, all calls) hang on. */
async function lookAtApplication(
  ctx: Ctx,
  opened: OpenConnection,
  { slug }: TenantView,
): Promise<Record<string, Drift>> {
  const { applications, description } = carrier(opened.carrier);
  const sid = opened.id === null ? null : await applicationSid(ctx, opened.id);
  if (!sid || !applications) return {};
  const expected = webhookUrls(env.publicUrl, slug, description).answer;
  try {
    const there = await applications.fetch(opened.connection, sid);
    if (!there)
      return {
        application: { tone: "bad", sentence: `It was deleted at ${description.label} (…${sid.slice(-4)}).` },
      };
    if (there.answerUrl === expected) return {};
    const sentence =
      "Its voice address at the carrier is not this desk's: calls from the browser go elsewhere.";
    return { application: { tone: "bad", sentence, expected, actual: there.answerUrl || "nothing" } };
  } catch {
    return {}; // the carrier is away; its credentials line says so
  }
}

/** The pool of senders that texts leave through: where the texts to it go. */
async function lookAtPool(
  ctx: Ctx,
  opened: OpenConnection,
  { slug }: TenantView,
): Promise<Record<string, Drift>> {
  const { pools, description } = carrier(opened.carrier);
  if (!opened.pool || !pools) return {};
  const expected = webhookUrls(env.publicUrl, slug, description).text;
  try {
    const there = await pools.fetch(opened.connection, opened.pool);
    if (!there)
      return { pool: { tone: "bad", sentence: "It is not in this account any more: texts cannot leave." } };
    const own = (await listNumbers(ctx)).filter((one) => one.connectionId === opened.id);
    const outside = own.find(({ e164 }) => !there.numbers.includes(e164));
    if (outside)
      return {
        pool: {
          ...{ tone: "bad", expected: "in its sender pool", actual: "not in it" },
          sentence: `${outside.e164} is not among its senders, so texts from it are refused. Add it there in the carrier's console.`,
        },
      };
    if (there.defersToNumber || (there.inboundUrl === expected && there.inboundMethod !== "GET")) return {};
    const sentence = "Texts to its numbers go to another address, whatever stands on the numbers.";
    return { pool: { tone: "bad", sentence, expected, actual: there.inboundUrl || "nothing" } };
  } catch {
    return {};
  }
}
