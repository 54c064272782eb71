import { recordAudit } from "@/lib/audit";
import { carrier } from "@/lib/carriers";
import { tellOutcome } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { loadNumber, type OwnNumber } from "./find-own-number";
import { firstTeam } from "./import-number";
import { openAccount } from "./open-account";
import type { ChannelChange, NumberChange, NumberChannel } from "./schema";

/** Changes a number; what the input leaves out stays. */
export async function changeNumber(ctx: Ctx, id: string, change: NumberChange): Promise<void> {
  const number = await loadNumber(ctx, id);
  if (change.looksUpNames !== undefined) await lookUpNames(ctx, number, change.looksUpNames);
  await withTenantSql(ctx, async (sql) => {
    await sql.run(
      `UPDATE numbers SET label = coalesce($3, label),
              settings = settings || jsonb_strip_nulls(jsonb_build_object('looksUpNames', $4::boolean))
        WHERE tenant_id = $1::uuid AND id = $2::uuid`,
      [ctx.tenantId, id, change.label ?? null, change.looksUpNames ?? null],
    );
    await emit(sql, ctx, { kind: "number.changed", subject: {}, data: { id } });
    await recordAudit(sql, ctx, {
      action: "number.changed",
      subject: { kind: "number", id },
      detail: { fields: Object.keys(change) },
    });
  });
}

/** Switches the carrier's look-up of names on or off; it says who calls from the next call on. */
async function lookUpNames(ctx: Ctx, number: OwnNumber, isOn: boolean): Promise<void> {
  const { carrier: name, opened } = await openAccount(ctx, number);
  const { description, numbers } = carrier(name);
  if (!description.capabilities.caller_names)
    throw new AppError("refused", description.missing.caller_names ?? "This carrier looks up no names.");
  const owned = opened ? await numbers?.find(opened.connection, number.e164) : null;
  if (!opened || !numbers || !owned)
    throw new AppError(
      "refused",
      `${number.e164} is not in the connected account. Ask the connection doctor.`,
    );
  const outcome = await numbers.configure(opened.connection, owned.sid, { looksUpNames: isOn });
  if (outcome.outcome !== "accepted") throw new AppError("refused", tellOutcome(name, outcome).sentence);
}

/** Changes one channel of a number, adding it when the number has none of its kind. A foreign team or member is `not_found`. */
export async function changeChannel(
  ctx: Ctx,
  { id, kind }: { id: string; kind: NumberChannel["kind"] },
  change: ChannelChange,
): Promise<void> {
  await loadNumber(ctx, id);
  const teamId = change.teamId ?? (await firstTeam(ctx));
  await withTenantSql(ctx, async (sql) => {
    const known = await sql.one(
      `SELECT 1 AS found FROM teams t WHERE t.tenant_id = $1::uuid AND t.id = $2::uuid
          AND ($3::uuid IS NULL OR EXISTS (SELECT FROM members m WHERE m.tenant_id = $1::uuid AND m.id = $3::uuid AND m.disabled_at IS NULL))`,
      [ctx.tenantId, teamId, change.autoAssign?.to === "member" ? change.autoAssign.memberId : null],
    );
    if (!known) throw new AppError("not_found", "There is no such team or member.");
    await sql.run(
      `INSERT INTO channels AS c (tenant_id, id, number_id, kind, team_id) VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5::uuid)
       ON CONFLICT (tenant_id, number_id, kind) DO NOTHING`,
      [ctx.tenantId, newId(), id, kind, teamId],
    );
    await sql.run(
      `UPDATE channels SET is_enabled = coalesce($4::boolean, is_enabled), team_id = coalesce($5::uuid, team_id),
              ticket_mode = coalesce($6, ticket_mode), default_priority = coalesce($7, default_priority),
              auto_assign = coalesce($8::jsonb, auto_assign), settings = settings || $9::jsonb
        WHERE tenant_id = $1::uuid AND number_id = $2::uuid AND kind = $3`,
      [
        ...[
          ctx.tenantId,
          id,
          kind,
          change.isEnabled ?? null,
          change.teamId ?? null,
          change.ticketMode ?? null,
        ],
        ...[change.defaultPriority ?? null, change.autoAssign ? JSON.stringify(change.autoAssign) : null],
        JSON.stringify(change.replies ? { replies: change.replies } : {}),
      ],
    );
    await emit(sql, ctx, { kind: "number.changed", subject: {}, data: { id } });
    await recordAudit(sql, ctx, {
      action: "channel.changed",
      subject: { kind: "number", id },
      detail: { kind, fields: Object.keys(change) },
    });
  });
}
