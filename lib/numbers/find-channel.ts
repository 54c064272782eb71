import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { NumberChannel } from "./schema";

const columns = `n.id AS "numberId", n.e164, n.carrier, n.connection_id AS "connectionId", c.id AS "channelId", c.kind,
  c.is_enabled AS "isEnabled", c.team_id AS "teamId", c.ticket_mode AS "ticketMode",
  c.default_priority AS "defaultPriority", c.auto_assign AS "autoAssign"`;

/** The channel of an own number (E.164), or null when the tenant has no such active number or channel. */
export function findChannel(
  sql: Sql,
  ctx: Ctx,
  e164: string,
  kind: NumberChannel["kind"],
): Promise<NumberChannel | null> {
  return sql.one<NumberChannel>(
    `SELECT ${columns} FROM numbers n JOIN channels c ON c.tenant_id = n.tenant_id AND c.number_id = n.id AND c.kind = $3
      WHERE n.tenant_id = $1::uuid AND n.e164 = $2 AND n.status = 'active'`,
    [ctx.tenantId, e164, kind],
  );
}

/** Every enabled channel of one kind, oldest number first; `preferredId` (a number's id) comes before all. */
export function listChannels(
  sql: Sql,
  ctx: Ctx,
  kind: NumberChannel["kind"],
  preferredId?: string | null,
): Promise<NumberChannel[]> {
  return sql.rows<NumberChannel>(
    `SELECT ${columns} FROM numbers n JOIN channels c ON c.tenant_id = n.tenant_id AND c.number_id = n.id AND c.kind = $2
      WHERE n.tenant_id = $1::uuid AND n.status = 'active' AND c.is_enabled
      ORDER BY n.id = $3::uuid DESC NULLS LAST, n.created_at, n.id`,
    [ctx.tenantId, kind, preferredId ?? null],
  );
}
