import type { Instruction } from "@/lib/carriers";
import { hashToken, newSecret } from "@/lib/crypto";
import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";

const lifeMilliseconds = 60_000;

/** A new one-time ticket, to stand in a socket's URL. */
export function makeTicket(): string {
  return newSecret(24);
}

/** Keeps the ticket that instructions carry, by its hash: it opens one socket for one call, within a minute. */
export async function keepTicket(
  sql: Sql,
  ctx: Ctx,
  callId: string,
  instructions: readonly Instruction[],
): Promise<void> {
  const connect = instructions.find(isConnect);
  if (!connect) return;
  const ticket = connect.socketUrl.slice(connect.socketUrl.lastIndexOf("/") + 1);
  const kind = connect.kind === "connect_relay" ? "relay" : "stream";
  await sql.run(
    `INSERT INTO socket_tickets (tenant_id, ticket_hash, call_id, kind, expires_at) VALUES ($1::uuid, $2, $3::uuid, $4, $5::timestamptz)`,
    [
      ...[ctx.tenantId, hashToken(ticket), callId, kind],
      new Date(ctx.clock.now().getTime() + lifeMilliseconds),
    ],
  );
}

function isConnect(
  one: Instruction,
): one is Extract<Instruction, { kind: "connect_relay" | "connect_stream" }> {
  return one.kind === "connect_relay" || one.kind === "connect_stream";
}

/** Uses a ticket up. @returns the call it opens and how, or null when it is unknown, used or expired */
export function redeemTicket(
  sql: Sql,
  ctx: Ctx,
  ticket: string,
): Promise<{ callId: string; kind: "relay" | "stream" } | null> {
  return sql.one(
    `UPDATE socket_tickets SET used_at = $3::timestamptz WHERE tenant_id = $1::uuid AND ticket_hash = $2
        AND used_at IS NULL AND expires_at > $3::timestamptz RETURNING call_id AS "callId", kind`,
    [ctx.tenantId, hashToken(ticket), ctx.clock.now()],
  );
}
