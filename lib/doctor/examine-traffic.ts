import { carrier, explainFailure, isCarrierName } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { NumberView } from "@/lib/numbers/schema";
import { leastIdSince } from "./least-id";
import type { Finding } from "./schema";

type Found = Omit<Finding, "key" | "title">;

/** What the last days on a number tell: texts that did not leave, WhatsApp that never came, tickets that multiply. */
export function examineTraffic(ctx: Ctx, number: NumberView): Promise<Finding[]> {
  return withTenantSql(ctx, async (sql) => {
    const found = [
      ["capability", "Capabilities", judgeCapabilities(number)],
      ["sending", "Texts on their way out", await lookAtSending(sql, ctx, number)],
      ["whatsapp", "WhatsApp", await lookAtWhatsapp(sql, ctx, number)],
      ["tickets", "Tickets", await lookAtTickets(sql, ctx, number)],
    ] as const;
    return found.flatMap(([key, title, one]) => (one ? [{ key, title, ...one }] : []));
  });
}

function hasChannel({ channels }: NumberView, kind: string): boolean {
  return channels.some((one) => one.kind === kind && one.isEnabled);
}

/** A channel that is on for a number whose carrier does not bring it. */
function judgeCapabilities(number: NumberView): Found | null {
  const { capabilities, isDemo } = number;
  const missing = (["sms", "voice"] as const).find(
    (kind) => hasChannel(number, kind) && !capabilities.includes(kind) && !isDemo,
  );
  if (!missing) return null;
  const what = missing === "sms" ? "texts" : "calls";
  return {
    tone: "bad",
    sentence: `This number cannot do ${what}: its carrier does not offer them on it.`,
    cure: `Get a number that can do ${what}, or switch them off here so that nobody waits for them.`,
  };
}

/** The latest text of the last day that failed, unless a later one went through. */
async function lookAtSending(sql: Sql, ctx: Ctx, number: NumberView): Promise<Found | null> {
  const rows = await sql.rows<{ status: string; code: string | null; carrier: string | null }>(
    `SELECT status, error_code AS code, carrier FROM messages
      WHERE tenant_id = $1::uuid AND id >= $2::uuid AND number_id = $3::uuid AND direction = 'outbound'
        AND status IN ('sent', 'delivered', 'read', 'undelivered', 'failed') ORDER BY id DESC LIMIT 20`,
    [ctx.tenantId, leastIdSince(ctx.clock, 1), number.id],
  );
  const failed = rows.filter(({ status }) => status === "failed" || status === "undelivered");
  const [latest] = failed;
  if (!latest) return null;
  const name = latest.carrier !== null && isCarrierName(latest.carrier) ? latest.carrier : null;
  const { title, cure, kind } = explainFailure(name, latest.code ?? "");
  const isOurs = ["credentials", "balance", "setup", "registration"].includes(kind);
  return {
    tone: isOurs && rows[0] === latest ? "bad" : "warn",
    sentence: `${failed.length} of the last ${rows.length} texts failed in a day. The latest: ${title}`,
    cure,
  };
}

/** WhatsApp that is on and has never brought anything. */
async function lookAtWhatsapp(sql: Sql, ctx: Ctx, number: NumberView): Promise<Found | null> {
  if (!hasChannel(number, "whatsapp")) return null;
  const row = await sql.one(
    `SELECT 1 FROM messages WHERE tenant_id = $1::uuid AND number_id = $2::uuid AND channel = 'whatsapp'
        AND direction = 'inbound' LIMIT 1`,
    [ctx.tenantId, number.id],
  );
  if (row) return null;
  const label = isCarrierName(number.carrier) ? carrier(number.carrier).description.label : "the carrier";
  return {
    tone: "warn",
    sentence: "No WhatsApp message has ever come in here.",
    cure: `With ${label}'s sandbox each sender must join first: text "join" and the sandbox's code word to the sandbox's number. For your own sender, approve it in ${label}'s console and set its webhook to this number's text address with /whatsapp at its end.`,
  };
}

/** Customers who got a new ticket again and again within a week. */
async function lookAtTickets(sql: Sql, ctx: Ctx, number: NumberView): Promise<Found | null> {
  const row = await sql.one<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT 1 FROM conversations WHERE tenant_id = $1::uuid AND id >= $2::uuid AND last_number_id = $3::uuid
        GROUP BY customer_id, team_id HAVING count(*) >= 3) AS repeated`,
    [ctx.tenantId, leastIdSince(ctx.clock, 7), number.id],
  );
  const count = row?.count ?? 0;
  const splits = number.channels.some(
    ({ kind, ticketMode }) => kind !== "voice" && ticketMode === "new_thread",
  );
  if (count === 0 || !splits) return null;
  return {
    tone: "warn",
    sentence: `${count === 1 ? "One customer" : `${count} customers`} got three or more tickets in a week: each text after closing opens a new one.`,
    cure: 'If that is not wanted, choose "Always the latest" for tickets of this number, or close tickets only when they are resolved.',
  };
}
