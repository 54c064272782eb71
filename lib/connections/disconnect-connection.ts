import { recordAudit } from "@/lib/audit";
import { type CarrierOutcome, carrier } from "@/lib/carriers";
import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { loadConnection } from "./load-connection";
import { type ConnectionObject, listObjects, settleObject } from "./objects";
import { openConnection } from "./open-connection";
import type { OpenConnection } from "./schema";
import { tellOutcome } from "./tell-outcome";

/** What a disconnect did: everything that was taken away, and what is still at the carrier, each with the reason. */
export type Disconnection = {
  isDone: boolean;
  removed: { kind: string; name: string }[];
  left: { kind: string; name: string; sid: string | null; why: string }[];
};

// A carrier keeps an application as long as numbers hang on it; the key goes last, so that all before can be repeated.
const order = ["number", "pool", "application", "key"];

/**
 * Takes away at the carrier everything that was made for a connection, puts numbers' webhooks back to what they were, and
 * forgets the secrets. When something cannot be removed nothing is forgotten and it can be tried again; with
 * `isForced` it is forgotten all the same, and what is left is named.
 */
export async function disconnectConnection(
  ctx: Ctx,
  { id, isForced = false }: { id: string; isForced?: boolean },
): Promise<Disconnection> {
  const { carrier: name } = await loadConnection(ctx, id);
  const found = await openConnection(ctx, { carrier: name, connectionId: id });
  const opened = found && asAccount(found);
  if (!opened) throw new AppError("not_found", "There is no such connection.");
  const objects = (await listObjects(ctx, id)).filter((one) => one.state !== "removed");
  objects.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const done: Disconnection = { isDone: false, removed: [], left: [] };
  for (const object of objects) {
    const problem = await removeObject(opened, object);
    await settleObject(ctx, object.id, problem ? { state: "stuck", problem } : { state: "removed" });
    if (problem)
      done.left.push({ kind: object.kind, name: object.name, sid: object.sid, why: problem.sentence });
    else done.removed.push({ kind: object.kind, name: object.name });
  }
  if (done.left.length > 0 && !isForced) return done;
  await forget(ctx, id, done);
  return { ...done, isDone: true };
}

/** As the account itself: the key is among what goes, and a second attempt must not depend on it. */
function asAccount(opened: OpenConnection): OpenConnection {
  const needed = carrier(opened.carrier).description.credentialFields.filter((field) => field.required);
  const all = opened.connection.credentials;
  const credentials = Object.fromEntries(needed.map(({ name }) => [name, all[name] ?? ""]));
  return { ...opened, connection: { ...opened.connection, credentials } };
}

async function removeObject(
  opened: OpenConnection,
  object: ConnectionObject,
): Promise<{ code: string; sentence: string } | null> {
  try {
    const outcomes = await Promise.all(await removals(opened, object));
    const bad = outcomes.find((outcome) => outcome.outcome !== "accepted" && !isGone(outcome));
    return bad && bad.outcome !== "accepted" ? tellOutcome(opened.carrier, bad) : null;
  } catch (error) {
    const why = error instanceof Error ? error.message : "no answer";
    return tellOutcome(opened.carrier, { outcome: "unknown", why });
  }
}

async function removals(
  opened: OpenConnection,
  object: ConnectionObject,
): Promise<Promise<CarrierOutcome>[]> {
  const { account, applications, numbers, pools } = carrier(opened.carrier);
  const { connection } = opened;
  if (object.kind === "number") {
    // What the number had before comes back only where it was somebody else's; else it is cleared.
    const sid = object.sid ?? (await numbers?.find(connection, object.name))?.sid;
    return numbers && sid ? [numbers.configure(connection, sid, { ...cleared, ...object.detail })] : [];
  }
  if (object.kind === "pool") {
    // What was never reached was never changed.
    const wasChanged = object.sid !== null || Object.keys(object.detail).length > 0;
    const there = wasChanged ? await pools?.fetch(connection, object.name) : null;
    return pools && there
      ? [pools.configure(connection, object.name, { ...clearedPool, ...object.detail })]
      : [];
  }
  if (object.kind === "application") {
    const found = object.sid
      ? [object.sid]
      : ((await applications?.list(connection, object.name)) ?? []).map((one) => one.id);
    return found.flatMap((sid) => (applications ? [applications.remove(connection, sid)] : []));
  }
  const keys = object.sid ? [object.sid] : await account.findKeys(connection, object.name);
  return keys.map((sid) => account.removeKey(connection, sid));
}

const cleared = {
  ...{ applicationId: "", answerUrl: "", fallbackUrl: "", statusUrl: "", textUrl: "", textFallbackUrl: "" },
};

const clearedPool = { inboundUrl: "", fallbackUrl: "", defersToNumber: true };

function isGone(outcome: CarrierOutcome): boolean {
  return outcome.outcome === "rejected" && ["20404", "http_404"].includes(outcome.code);
}

/** The secrets go; the row stays, because calls and messages name it. */
async function forget(ctx: Ctx, id: string, done: Disconnection): Promise<void> {
  await withTenantSql(ctx, async (sql) => {
    await sql.run(
      `UPDATE connections SET status = 'disconnected', sealed = '{}'::jsonb, hints = '{}'::jsonb, settings = '{}'::jsonb
        WHERE tenant_id = $1::uuid AND id = $2::uuid`,
      [ctx.tenantId, id],
    );
    await emit(sql, ctx, { kind: "connection.changed", subject: {}, data: { id, status: "disconnected" } });
    await recordAudit(sql, ctx, {
      action: "connection.disconnected",
      subject: { kind: "connection", id },
      detail: { removed: done.removed.length, left: done.left.map(({ kind, sid }) => ({ kind, sid })) },
    });
  });
}
