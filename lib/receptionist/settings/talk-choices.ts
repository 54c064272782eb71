import { allCarriers, type CarrierName, carrier, isCarrierName } from "@/lib/carriers";
import type { Sql } from "@/lib/db";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { readSwitches } from "@/lib/switches";
import type { TalkMode } from "../contract/settings";
import { judgeTalk, type TalkChoices } from "./talk-rules";

/** The wished way to talk where the number's carrier has it and there is a model to talk to; in turns works everywhere. */
export function possibleTalk(name: CarrierName, wished: TalkMode, mayUseModel: boolean): TalkMode {
  const { relay, media } = carrier(name);
  if (wished === "relay") return relay ? wished : "gather";
  if (wished === "stream") return media && mayUseModel && hasRealtimeModel() ? wished : "gather";
  return wished;
}

/** Which ways to talk can be chosen for a number, or for all that have no receptionist of their own, and what the others need. */
export async function readTalkChoices(sql: Sql, ctx: Ctx, numberId: string | null): Promise<TalkChoices> {
  const rows = await sql.rows<{ carrier: string }>(
    `SELECT DISTINCT n.carrier FROM numbers n WHERE n.tenant_id = $1::uuid AND n.status = 'active' AND CASE WHEN $2::uuid IS NULL
        THEN NOT EXISTS (SELECT FROM receptionists r WHERE r.tenant_id = n.tenant_id AND r.number_id = n.id) ELSE n.id = $2::uuid END`,
    [ctx.tenantId, numberId],
  );
  const { aiModel } = await readSwitches();
  return judgeTalk({
    carriers: rows.flatMap(({ carrier: name }) => (isCarrierName(name) ? [faceOf(name)] : [])),
    relays: allCarriers().flatMap((one) => (one.relay ? [one.description.label] : [])),
    model: hasRealtimeModel() ? (aiModel ? "ready" : "switched_off") : "missing",
  });
}

function faceOf(name: CarrierName) {
  const { description, relay, media } = carrier(name);
  return { label: description.label, hasRelay: relay !== undefined, hasMedia: media !== undefined };
}

function hasRealtimeModel(): boolean {
  return Boolean(env.openai.apiKey && env.openai.realtimeModel);
}
