import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { sharedNumber } from "@/lib/numbers";
import { readerOf } from "./conversation-columns";
import type { InboxDesk, SeenPrice, Sender } from "./schema";

// Prices change rarely; the newest priced message is nearly always among these.
const newestLookedThrough = 300;

/** What every part of the inbox needs to know: who reads, who works here, which numbers can write, what a text costs. */
export async function readDesk(ctx: Ctx): Promise<InboxDesk> {
  return withTenantSql(ctx, async (sql) => {
    const { isDemo, ...reader } = await readReader(sql, ctx);
    return {
      ...reader,
      members: await readMembers(sql, ctx),
      senders: await readSenders(sql, ctx, isDemo),
      prices: await readPrices(sql, ctx),
    };
  });
}

type Reader = Pick<InboxDesk, "userId" | "memberId" | "userName" | "timezone" | "country">;

async function readReader(sql: Sql, ctx: Ctx): Promise<Reader & { isDemo: boolean }> {
  const reader = await sql.one<Reader & { isDemo: boolean }>(
    `SELECT m.user_id AS "userId", m.id AS "memberId", m.name AS "userName", t.timezone, t.country, t.is_demo AS "isDemo"
       FROM members m JOIN tenants t ON t.id = m.tenant_id WHERE m.tenant_id = $1::uuid AND m.user_id = $2::uuid`,
    [ctx.tenantId, readerOf(ctx)],
  );
  if (!reader) throw new AppError("refused", "Only a member has an inbox.");
  return reader;
}

function readMembers(sql: Sql, ctx: Ctx): Promise<InboxDesk["members"]> {
  return sql.rows(
    `SELECT id, user_id AS "userId", name FROM members WHERE tenant_id = $1::uuid AND disabled_at IS NULL ORDER BY lower(name), id`,
    [ctx.tenantId],
  );
}

async function readSenders(sql: Sql, ctx: Ctx, isDemo: boolean): Promise<Sender[]> {
  const own = await sql.rows<Sender>(
    `SELECT n.id AS "numberId", n.e164, n.label, array_agg(c.kind ORDER BY c.kind) AS kinds
       FROM numbers n JOIN channels c ON c.tenant_id = n.tenant_id AND c.number_id = n.id
      WHERE n.tenant_id = $1::uuid AND n.status = 'active' AND c.is_enabled AND c.kind IN ('sms', 'whatsapp')
      GROUP BY n.tenant_id, n.id ORDER BY n.created_at, n.id`,
    [ctx.tenantId],
  );
  const shared = own.length > 0 ? null : await sharedNumber({ isDemo });
  return shared ? [{ numberId: null, e164: shared.e164, label: "", kinds: ["sms", "whatsapp"] }] : own;
}

async function readPrices(sql: Sql, ctx: Ctx): Promise<InboxDesk["prices"]> {
  const rows = await sql.rows<SeenPrice & { channel: string }>(
    `SELECT DISTINCT ON (channel) channel, (abs(price_micros) / greatest(segments, 1))::int AS micros, coalesce(currency, 'USD') AS currency
       FROM (SELECT id, channel, price_micros, segments, currency FROM messages WHERE tenant_id = $1::uuid ORDER BY id DESC LIMIT $2::int) newest
      WHERE price_micros IS NOT NULL AND price_micros <> 0 ORDER BY channel, id DESC`,
    [ctx.tenantId, newestLookedThrough],
  );
  const priceOf = (channel: string) => {
    const found = rows.find((row) => row.channel === channel);
    return found ? { micros: found.micros, currency: found.currency } : null;
  };
  return { sms: priceOf("sms"), whatsapp: priceOf("whatsapp") };
}
