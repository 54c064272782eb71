import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { storableText } from "@/lib/kernel/text";

const longestBody = 262_144; // the web process refuses longer requests

/** A verified webhook as it came. `key` names the event by the carrier's own ids, `token` one delivery of it. */
export type RawWebhook = {
  carrier: string;
  kind: string;
  key: string;
  token: string | null;
  body: string;
  callSid?: string;
};

/**
 * Keeps a webhook in the transaction that acts on it. The unique key makes every repetition visible, concurrent ones
 * too: the second waits for the first's commit and then finds it.
 * @returns false for a repetition, which must have no second effect
 */
export async function keepWebhookEvent(sql: Sql, ctx: Ctx, raw: RawWebhook): Promise<boolean> {
  const kept = await sql.run(
    `INSERT INTO webhook_events (tenant_id, id, carrier, kind, dedupe_key, idempotency_token, call_sid, body, received_at)
     VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9::timestamptz) ON CONFLICT (tenant_id, carrier, dedupe_key) DO NOTHING`,
    [
      ctx.tenantId,
      newId(),
      raw.carrier,
      raw.kind,
      raw.key,
      raw.token,
      raw.callSid ?? null,
      storableText(raw.body, longestBody),
      ctx.clock.now(),
    ],
  );
  return kept === 1;
}
