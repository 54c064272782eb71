import type { CallAnswered } from "@/lib/carriers";
import { joinConversation, noteEntry } from "@/lib/conversations";
import { recogniseCustomer } from "@/lib/customers";
import type { Sql } from "@/lib/db";
import { addressKey } from "@/lib/kernel/address";
import type { Ctx } from "@/lib/kernel/context";
import type { CallInlet } from "./load-inlet";

/** Who is at the other end, and the conversation the call stands in; all null for a hidden number. */
export type Party = {
  customerId: string | null;
  conversationId: string | null;
  name: string | null;
  /** The conversation's row already shows the call. */
  isNoted: boolean;
};

const nobody: Party = { customerId: null, conversationId: null, name: null, isNoted: true };

/** What is looked at of a call that begins. */
type Beginning = Pick<CallAnswered, "direction" | "from" | "to" | "callerName" | "place">;

type Asked = { event: Beginning; inlet: CallInlet; country: string; slug: string };

/** Finds the caller with one query when they are known and their conversation is open; makes both otherwise. */
export async function findParty(sql: Sql, ctx: Ctx, { event, inlet, country, slug }: Asked): Promise<Party> {
  const other = event.direction === "inbound" ? event.from : event.to;
  const address = addressKey(other, country);
  if (!address || !inlet.teamId) return nobody;
  const standing = await sql.one<{ customerId: string; conversationId: string; name: string | null }>(
    `SELECT a.customer_id AS "customerId", v.id AS "conversationId", CASE WHEN k.name_source <> 'unknown' THEN k.name END AS name
       FROM customer_addresses a
       JOIN customers k ON k.tenant_id = a.tenant_id AND k.id = a.customer_id
       JOIN conversations v ON v.tenant_id = a.tenant_id AND v.customer_id = a.customer_id AND v.team_id = $3::uuid AND v.status = 'open'
      WHERE a.tenant_id = $1::uuid AND a.address = $2`,
    [ctx.tenantId, address, inlet.teamId],
  );
  if (standing) return { ...standing, isNoted: false };
  const place = event.place && {
    city: event.place.city,
    region: event.place.state,
    country: event.place.country,
  };
  const customer = await recogniseCustomer(sql, ctx, {
    ...{
      address: other,
      channel: "voice",
      defaultCountry: country,
      install: slug,
      profileName: event.callerName,
    },
    ...(place ? { place } : {}),
  });
  return customer ? openFor(sql, ctx, event, inlet, inlet.teamId, customer.customerId) : nobody;
}

async function openFor(
  sql: Sql,
  ctx: Ctx,
  event: Beginning,
  { channel }: CallInlet,
  teamId: string,
  customerId: string,
): Promise<Party> {
  const { conversationId } = await joinConversation(sql, ctx, {
    ...{ customerId, teamId, ticketMode: channel?.ticketMode ?? "new_thread" },
    ...{ priority: channel?.defaultPriority ?? "normal", assignee: { kind: "nobody" } },
  });
  const direction = event.direction === "inbound" ? "inbound" : "outbound";
  await noteEntry(sql, ctx, {
    conversationId,
    direction,
    channel: "call",
    preview: callPreview,
    numberId: channel?.numberId ?? null,
  });
  const row = await sql.one<{ name: string }>(
    "SELECT name FROM customers WHERE tenant_id = $1::uuid AND id = $2::uuid AND name_source <> 'unknown'",
    [ctx.tenantId, customerId],
  );
  return { customerId, conversationId, name: row?.name ?? null, isNoted: true };
}

/** What the list shows while a call lasts. */
export const callPreview = "On the phone now";
