import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isCostlyKind, parsePhone } from "@/lib/kernel/phone";
import { readTenantIn } from "@/lib/tenants";
import type { TransferTargets } from "./schema";

type Target = TransferTargets["targets"][number];

/** Replaces the list of people whom calls may be put through to. Numbers that can cost a fortune are refused here, once and for all. */
export function saveTargets(ctx: Ctx, { targets }: TransferTargets): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const { country } = await readTenantIn(sql, ctx);
    const members = await sql.rows<{ id: string }>("SELECT id FROM members WHERE tenant_id = $1::uuid", [
      ctx.tenantId,
    ]);
    const known = new Set(members.map((member) => member.id));
    const rows = targets.map((target, position) => ({
      ...check(target, position, country, known),
      position,
    }));
    await replace(sql, ctx, rows);
    await recordAudit(sql, ctx, {
      ...{ action: "receptionist.targets_saved", subject: { kind: "receptionist", id: null } },
      detail: { ids: rows.map((row) => row.id) },
    });
  });
}

function check(target: Target, position: number, country: string, members: ReadonlySet<string>): Target {
  const { memberId } = target;
  if (memberId !== null && !members.has(memberId))
    throw invalid(position, "memberId", "This person does not work here any more");
  const e164 = target.e164 ? readNumber(target.e164, position, country) : null;
  if (e164 === null && memberId === null) throw invalid(position, "e164", "Choose a person or give a number");
  return { ...target, e164 };
}

function readNumber(raw: string, position: number, country: string): string {
  const phone = parsePhone(raw, country);
  if (!phone.ok) throw invalid(position, "e164", "This is not a phone number");
  if (isCostlyKind(phone.kind))
    throw invalid(position, "e164", "Calls to this kind of number can cost a fortune; choose another");
  return phone.e164;
}

function invalid(position: number, field: string, message: string): AppError {
  const errors = [{ in: "body", field: `targets.${position}.${field}`, message }];
  return new AppError("invalid_input", `${message}.`, { details: { errors } });
}

async function replace(sql: Sql, ctx: Ctx, rows: readonly Target[]): Promise<void> {
  await sql.run("DELETE FROM transfer_targets WHERE tenant_id = $1::uuid", [ctx.tenantId]);
  await sql.run(
    `INSERT INTO transfer_targets (tenant_id, id, label, member_id, e164, is_emergency, position)
     SELECT $1::uuid, x.id, x.label, x."memberId", x.e164, x."isEmergency", x.position
       FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, label text, "memberId" uuid, e164 text, "isEmergency" boolean, position int)`,
    [ctx.tenantId, JSON.stringify(rows)],
  );
}
