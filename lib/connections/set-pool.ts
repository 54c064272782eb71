import { carrier } from "@/lib/carriers";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { readTenant } from "@/lib/tenants";
import { type Made, settlementOf } from "./make-application";
import { claimObject, settleObject } from "./objects";
import { poolOf, webhookUrls } from "./rules";
import type { OpenConnection } from "./schema";
import { tellOutcome } from "./tell-outcome";

/**
 * Lets the pool of senders that a connection names bring its texts to this desk. What it did before is remembered, so that
 * a disconnect can put it back. Safe to repeat.
 */
export async function setPool(
  ctx: Ctx,
  opened: OpenConnection & { id: string; pool: string },
): Promise<Made> {
  const { description, pools } = carrier(opened.carrier);
  if (!pools)
    return { ok: false, code: "unsupported", sentence: `${description.label} has no pools of senders.` };
  const { slug } = await readTenant(ctx);
  const wanted = poolOf(webhookUrls(env.publicUrl, slug, description));
  const claimed = await claimObject(ctx, { connectionId: opened.id, kind: "pool", name: opened.pool });
  try {
    const before = await pools.fetch(opened.connection, opened.pool);
    if (!before) return await settle(ctx, claimed.id, missing(opened.pool));
    const isOurs = before.inboundUrl === wanted.inboundUrl;
    const former = isOurs ? claimed.detail : { asSet: before.asSet };
    const outcome = await pools.configure(opened.connection, opened.pool, wanted);
    const made: Made =
      outcome.outcome === "accepted"
        ? { ok: true, sid: opened.pool }
        : { ok: false, ...tellOutcome(opened.carrier, outcome) };
    return await settle(ctx, claimed.id, made, former);
  } catch (error) {
    const why = error instanceof Error ? error.message : "no answer";
    const told = tellOutcome(opened.carrier, { outcome: "retry_later", afterSeconds: 5, why });
    return settle(ctx, claimed.id, { ok: false, ...told });
  }
}

function missing(pool: string): Made {
  return {
    ok: false,
    code: "missing_pool",
    sentence: `This account has no Messaging Service …${pool.slice(-4)}. Copy its SID fresh from the carrier's console, or connect again without one.`,
  };
}

async function settle(ctx: Ctx, id: string, made: Made, detail?: Record<string, unknown>): Promise<Made> {
  await settleObject(ctx, id, { ...settlementOf(made), ...(detail ? { detail } : {}) });
  return made;
}
