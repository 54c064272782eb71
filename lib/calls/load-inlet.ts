import type { CarrierName } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { parsePhone } from "@/lib/kernel/phone";
import { findChannel, type NumberChannel } from "@/lib/numbers";
import { listPresent } from "@/lib/presence";
import type { QueueAround } from "@/lib/queues/schema";
import { possibleTalk } from "@/lib/receptionist";
import { readSwitches } from "@/lib/switches";
import { namesMembers } from "./around";
import { loadSetup } from "./load-setup";
import { queuesOf } from "./queues-of";
import type { CallSetup } from "./schema";

/** Where a call came in: the number's voice side, the team it belongs to, and everything its flow needs. */
export type CallInlet = {
  own: string;
  channel: NumberChannel | null;
  teamId: string | null;
  setup: CallSetup;
  /** Members whose browsers take calls, where the first step may ring them. */
  present: string[];
  /** The queues that the flow leads to, as a caller finds them who comes now. */
  queues: Record<string, QueueAround>;
};

type Settled = Omit<CallInlet, "present" | "queues">;

type Asked = { carrier: CarrierName; own: string; country: string; dialect: string | null };

// Settings change rarely and calls come in bursts. A second is short enough that nobody notices a greeting arrive late.
const lifeMilliseconds = 1_000;
const home = globalThis as typeof globalThis & {
  trunklineInlets?: Map<string, { inlet: Promise<Settled>; until: number }>;
};
home.trunklineInlets ??= new Map();
const known = home.trunklineInlets;

/** The inlet of one of our numbers (any spelling): settings at most a second old, and who is there at this moment. */
export async function loadInlet(ctx: Ctx, asked: Asked): Promise<CallInlet> {
  const inlet = await loadSettled(ctx, asked);
  const present = ringsAtOnce(inlet.setup) ? await withTenantSql(ctx, (sql) => listPresent(sql, ctx)) : [];
  return { ...inlet, present, queues: await queuesAtOnce(ctx, asked.carrier, inlet.setup) };
}

/** Nothing is asked of the database for a flow without queues. */
async function queuesAtOnce(
  ctx: Ctx,
  carrier: CarrierName,
  { flow }: CallSetup,
): Promise<CallInlet["queues"]> {
  if (Object.values(flow.steps).every(({ kind }) => kind !== "queue")) return {};
  return withTenantSql(ctx, (sql) => queuesOf(sql, ctx, { callId: null, carrier, flow, state: null }));
}

function ringsAtOnce({ flow, targets }: CallSetup): boolean {
  return namesMembers(targets) && flow.steps[flow.start]?.kind !== "receptionist";
}

function loadSettled(ctx: Ctx, asked: Asked): Promise<Settled> {
  const key = `${ctx.tenantId} ${asked.carrier} ${asked.own} ${asked.dialect}`;
  const entry = known.get(key);
  const now = Date.now();
  if (entry && entry.until > now) return entry.inlet;
  if (known.size > 10_000) known.clear();
  const inlet = withTenantSql(ctx, (sql) => load(sql, ctx, asked));
  known.set(key, { inlet, until: now + lifeMilliseconds });
  inlet.catch(() => known.delete(key));
  return inlet;
}

async function load(sql: Sql, ctx: Ctx, asked: Asked): Promise<Settled> {
  const { own, country, dialect } = asked;
  const phone = parsePhone(own, country);
  const channel = phone.ok ? await findChannel(sql, ctx, phone.e164, "voice") : null;
  const setup = await loadSetup(sql, ctx, { numberId: channel?.numberId ?? null, dialect });
  const { aiModel } = await readSwitches();
  const talk = possibleTalk(asked.carrier, setup.receptionist.talk, aiModel);
  return {
    own: phone.ok ? phone.e164 : own,
    channel,
    teamId: channel?.teamId ?? (await defaultTeam(sql, ctx)),
    setup: { ...setup, receptionist: { ...setup.receptionist, talk } },
  };
}

async function defaultTeam(sql: Sql, ctx: Ctx): Promise<string | null> {
  const row = await sql.one<{ id: string }>(
    "SELECT id FROM teams WHERE tenant_id = $1::uuid ORDER BY is_default DESC, created_at LIMIT 1",
    [ctx.tenantId],
  );
  return row?.id ?? null;
}
