import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { isId } from "@/lib/kernel/ids";
import type { Outcome } from "@/lib/kernel/result";
import { checkTime } from "./book-appointment";
import { isDoubleBooking } from "./is-double-booking";
import { loadService } from "./load-calendar";
import type { AppointmentOutcome, AppointmentView, BookingProblem } from "./schema";
import { readAppointment } from "./view-appointments";

/** Moves a booked appointment; the old time is free only when the new one is taken. */
export async function moveAppointment(
  ctx: Ctx,
  input: { id: string; startsAt: Date; staffId?: string | undefined },
): Promise<Outcome<{ appointment: AppointmentView }, BookingProblem | "not_found">> {
  try {
    return await withTenantSql(ctx, async (sql) => {
      const old = await lock(sql, ctx, input.id);
      if (old?.status !== "booked") return { ok: false, reason: "not_found" };
      const service = await loadService(sql, ctx, old.serviceId);
      const staffId = input.staffId ?? old.staffId;
      if (!service?.staff.some((person) => person.id === staffId))
        return { ok: false, reason: "unknown_service" };
      const problem = await checkTime(sql, ctx, service, { staffId, startsAt: input.startsAt });
      if (problem) return { ok: false, reason: problem };
      const endsAt = new Date(input.startsAt.getTime() + service.minutes * 60_000);
      await sql.run(
        `UPDATE appointments SET moved_from = starts_at, starts_at = $3::timestamptz, ends_at = $4::timestamptz, blocked_until = $5::timestamptz,
            staff_id = $6::uuid, updated_at = $7::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid`,
        [
          ctx.tenantId,
          input.id,
          input.startsAt,
          endsAt,
          new Date(endsAt.getTime() + service.bufferMinutes * 60_000),
          staffId,
          ctx.clock.now(),
        ],
      );
      await tellOf(sql, ctx, "moved", old, { from: old.startsAt, to: input.startsAt.toISOString() });
      const appointment = await readAppointment(sql, ctx, input.id);
      return appointment ? { ok: true, appointment } : { ok: false, reason: "not_found" };
    });
  } catch (error) {
    if (isDoubleBooking(error)) return { ok: false, reason: "taken" };
    throw error;
  }
}

/** Cancels a booked appointment; its time is free again at once. */
export function cancelAppointment(
  ctx: Ctx,
  input: { id: string },
): Promise<Outcome<object, "not_found" | "already_cancelled">> {
  return withTenantSql(ctx, async (sql) => {
    const old = await lock(sql, ctx, input.id);
    if (!old) return { ok: false, reason: "not_found" };
    if (old.status === "cancelled") return { ok: false, reason: "already_cancelled" };
    await sql.run(
      "UPDATE appointments SET status = 'cancelled', updated_at = $3::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, input.id, ctx.clock.now()],
    );
    await tellOf(sql, ctx, "cancelled", old, { from: old.startsAt });
    return { ok: true };
  });
}

/** Says how an appointment ended: done, or nobody came. Again and differently, because people correct themselves. */
export function closeAppointment(
  ctx: Ctx,
  input: { id: string } & AppointmentOutcome,
): Promise<Outcome<object, "not_found" | "too_early">> {
  return withTenantSql(ctx, async (sql) => {
    const old = await lock(sql, ctx, input.id);
    if (!old || old.status === "cancelled") return { ok: false, reason: "not_found" };
    if (new Date(old.startsAt) > ctx.clock.now()) return { ok: false, reason: "too_early" };
    await sql.run(
      "UPDATE appointments SET status = $3, updated_at = $4::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, input.id, input.outcome, ctx.clock.now()],
    );
    await tellOf(sql, ctx, input.outcome, old, {});
    return { ok: true };
  });
}

async function lock(sql: Sql, ctx: Ctx, id: string): Promise<AppointmentView | null> {
  if (!isId(id)) return null;
  await sql.run("SELECT 1 FROM appointments WHERE tenant_id = $1::uuid AND id = $2::uuid FOR UPDATE", [
    ctx.tenantId,
    id,
  ]);
  return readAppointment(sql, ctx, id);
}

async function tellOf(
  sql: Sql,
  ctx: Ctx,
  what: "moved" | "cancelled" | "completed" | "no_show",
  old: AppointmentView,
  detail: Record<string, unknown>,
): Promise<void> {
  await recordAudit(sql, ctx, {
    action: `appointment.${what}`,
    subject: { kind: "appointment", id: old.id },
    detail,
  });
  await emit(sql, ctx, {
    kind: `appointment.${what}`,
    subject: { appointmentId: old.id, customerId: old.customerId },
    data: detail,
  });
}
