import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { parsePhone } from "@/lib/kernel/phone";
import { listChannels, type NumberChannel, sharedNumber } from "@/lib/numbers";
import type { TenantView } from "@/lib/tenants";

/** Where a text leaves: one of the tenant's channels, or the platform's number while the tenant has none. */
export type Outlet = Pick<
  NumberChannel,
  "e164" | "carrier" | "connectionId" | "teamId" | "ticketMode" | "defaultPriority"
> & { numberId: string | null };

type Wish = {
  kind: "sms" | "whatsapp";
  /** The sender somebody chose, in any spelling. */
  from?: string | undefined;
  /** The number that the conversation went through last. */
  preferredId: string | null;
  tenant: Pick<TenantView, "country" | "isDemo">;
};

/** Finds the number that sends. Throws `invalid_input` for a `from` that is no number, `refused` when nothing can send. */
export async function chooseOutlet(sql: Sql, ctx: Ctx, wish: Wish): Promise<Outlet> {
  const { kind, from, preferredId, tenant } = wish;
  const own = await listChannels(sql, ctx, kind, preferredId);
  const outlets = own.length > 0 ? own : await sharedOutlets(sql, ctx, tenant);
  const wanted = from ? parsePhone(from, tenant.country) : null;
  if (from && !wanted?.ok) throw new AppError("invalid_input", "`from` is not a phone number.");
  const chosen = wanted?.ok ? outlets.find(({ e164 }) => e164 === wanted.e164) : outlets[0];
  if (!chosen) throw new AppError("refused", noSender(kind, from), { details: { reason: "no_sender" } });
  return chosen;
}

async function sharedOutlets(sql: Sql, ctx: Ctx, tenant: { isDemo: boolean }): Promise<Outlet[]> {
  const shared = await sharedNumber(tenant);
  const team = shared && (await defaultTeam(sql, ctx));
  if (!team) return [];
  const ticket = { ticketMode: "new_thread", defaultPriority: "normal" } as const;
  return [{ ...shared, ...ticket, teamId: team.id, connectionId: null, numberId: null }];
}

function defaultTeam(sql: Sql, ctx: Ctx): Promise<{ id: string } | null> {
  return sql.one(
    "SELECT id FROM teams WHERE tenant_id = $1::uuid ORDER BY is_default DESC, created_at LIMIT 1",
    [ctx.tenantId],
  );
}

function noSender(kind: string, from: string | undefined): string {
  const name = kind === "whatsapp" ? "WhatsApp" : "SMS";
  return from
    ? `${from} is not one of your numbers that can send ${name}.`
    : `None of your numbers can send ${name}. Connect one in the settings.`;
}
