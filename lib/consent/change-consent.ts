import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { consentAddress } from "./rules";

/** A change of consent with its proof: who, when, how, in which words. */
export type ConsentChange = {
  address: string;
  change: "opted_out" | "opted_in";
  source: "stop_keyword" | "start_keyword" | "carrier" | "person" | "import";
  text?: string;
  messageId?: string;
};

/** Writes the history row and the present state. @returns whether the state changed */
export async function changeConsent(sql: Sql, ctx: Ctx, input: ConsentChange): Promise<boolean> {
  const address = consentAddress(input.address);
  const changed =
    input.change === "opted_out"
      ? await suppress(sql, ctx, address, input)
      : await sql.run("DELETE FROM suppressions WHERE tenant_id = $1::uuid AND address = $2", [
          ctx.tenantId,
          address,
        ]);
  await sql.run(
    `INSERT INTO consent_events (tenant_id, id, address, change, source, text, actor, at)
     VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8::timestamptz)`,
    [
      ctx.tenantId,
      newId(),
      address,
      input.change,
      input.source,
      input.text ?? null,
      ctx.actor.kind,
      ctx.clock.now(),
    ],
  );
  return changed > 0;
}

/** Whether texts to an address are blocked. */
export async function isSuppressed(sql: Sql, ctx: Ctx, address: string): Promise<boolean> {
  const row = await sql.one(
    "SELECT 1 AS found FROM suppressions WHERE tenant_id = $1::uuid AND address = $2",
    [ctx.tenantId, consentAddress(address)],
  );
  return row !== null;
}

function suppress(sql: Sql, ctx: Ctx, address: string, input: ConsentChange): Promise<number> {
  return sql.run(
    `INSERT INTO suppressions (tenant_id, address, reason, since, message_id)
     VALUES ($1::uuid, $2, $3, $4::timestamptz, $5::uuid) ON CONFLICT (tenant_id, address) DO NOTHING`,
    [ctx.tenantId, address, input.source, ctx.clock.now(), input.messageId ?? null],
  );
}
