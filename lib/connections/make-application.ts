import { type CarrierOutcome, carrier } from "@/lib/carriers";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { readTenant } from "@/lib/tenants";
import { claimObject, listObjects, settleObject } from "./objects";
import { applicationOf, objectName, webhookUrls } from "./rules";
import type { OpenConnection } from "./schema";
import { tellOutcome } from "./tell-outcome";

/** A step's end: the object's id at the carrier, or why not, with the cure. */
export type Made = { ok: true; sid: string } | { ok: false; code: string; sentence: string };

/**
 * Makes the application that calls hang on, or puts the one that is there back to our webhooks. The object is remembered
 * before the carrier is asked; one whose making was not answered is found by its name. Safe to repeat.
 */
export async function makeApplication(ctx: Ctx, opened: OpenConnection): Promise<Made> {
  const { slug } = await readTenant(ctx);
  const name = objectName(slug, opened.id);
  if (opened.id === null) return findOrCreate(opened, slug, name, null);
  const claimed = await claimObject(ctx, { connectionId: opened.id, kind: "application", name });
  const made = await findOrCreate(opened, slug, name, claimed.sid, claimed.isFresh);
  await settleObject(ctx, claimed.id, settlementOf(made));
  return made;
}

/** The application of a connection as far as it is remembered; null before it was made. */
export async function applicationSid(ctx: Ctx, connectionId: string): Promise<string | null> {
  const objects = await listObjects(ctx, connectionId);
  return objects.find((one) => one.kind === "application" && one.state === "made")?.sid ?? null;
}

/** What is written down about an object after a step. */
export function settlementOf(made: Made) {
  if (made.ok) return { state: "made" as const, sid: made.sid };
  const state = made.code === "unknown" ? ("unknown" as const) : ("failed" as const);
  return { state, problem: { code: made.code, sentence: made.sentence } };
}

async function findOrCreate(
  opened: OpenConnection,
  slug: string,
  name: string,
  knownSid: string | null,
  isFresh = false,
): Promise<Made> {
  const { applications, description } = carrier(opened.carrier);
  if (!applications)
    return { ok: false, code: "unsupported", sentence: `${description.label} has no applications.` };
  const input = applicationOf(name, webhookUrls(env.publicUrl, slug, description));
  try {
    const sid =
      knownSid ?? (isFresh ? null : ((await applications.list(opened.connection, name))[0]?.id ?? null));
    const updated = sid === null ? null : await applications.update(opened.connection, sid, input);
    if (updated?.outcome === "accepted") return { ok: true, sid: updated.sid };
    if (updated && !isGone(updated)) return tell(opened, updated);
    const created = await applications.create(opened.connection, input);
    return created.outcome === "accepted" ? { ok: true, sid: created.sid } : tell(opened, created);
  } catch (error) {
    return tell(opened, {
      outcome: "retry_later",
      afterSeconds: 5,
      why: error instanceof Error ? error.message : "no answer",
    });
  }
}

function isGone(outcome: CarrierOutcome): boolean {
  return outcome.outcome === "rejected" && ["20404", "http_404"].includes(outcome.code);
}

function tell(opened: OpenConnection, outcome: Exclude<CarrierOutcome, { outcome: "accepted" }>): Made {
  return { ok: false, ...tellOutcome(opened.carrier, outcome) };
}
