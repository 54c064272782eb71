import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { isId, newId } from "@/lib/kernel/ids";
import type { Outcome } from "@/lib/kernel/result";
import { localDay } from "@/lib/kernel/time";
import { readTenantIn } from "@/lib/tenants";
import { isDoubleBooking } from "./is-double-booking";
import { type BookableService, loadHours, loadService } from "./load-calendar";
import { fitsInto, workingSpans } from "./rules";
import type { AppointmentView, BookingProblem } from "./schema";
import { readAppointment } from "./view-appointments";

export type Booking = {
  customerId: string;
  serviceId: string;
  staffId: string;
  startsAt: Date;
  source: "assistant" | "member" | "booking_page" | "api";
  callId?: string | null;
  conversationId?: string | null;
  notes?: string;
  /** The same key books once and answers the same afterwards. */
  dedupeKey?: string;
};

/**
 * Books a real row, or says why not. Two bookings of one person's time can never both succeed: the database refuses
 * the second whatever was checked before.
 */
export async function bookAppointment(
  ctx: Ctx,
  input: Booking,
): Promise<Outcome<{ appointment: AppointmentView }, BookingProblem>> {
  try {
    return await withTenantSql(ctx, async (sql) => {
      const known = await findByKey(sql, ctx, input.dedupeKey);
      if (known) return { ok: true, appointment: known };
      const service = isId(input.serviceId) ? await loadService(sql, ctx, input.serviceId) : null;
      if (!service?.staff.some((person) => person.id === input.staffId))
        return { ok: false, reason: "unknown_service" };
      const problem = await checkTime(sql, ctx, service, input);
      if (problem) return { ok: false, reason: problem };
      return { ok: true, appointment: await insert(sql, ctx, service, input) };
    });
  } catch (error) {
    if (!isDoubleBooking(error)) throw error;
    const again = input.dedupeKey
      ? await withTenantSql(ctx, (sql) => findByKey(sql, ctx, input.dedupeKey))
      : null;
    return again ? { ok: true, appointment: again } : { ok: false, reason: "taken" };
  }
}

/** Whether a time lies in working hours and in the future; whether it is free is the database's to say. */
export async function checkTime(
  sql: Sql,
  ctx: Ctx,
  service: BookableService,
  input: { staffId: string; startsAt: Date },
): Promise<"closed" | "past" | null> {
  if (input.startsAt <= ctx.clock.now()) return "past";
  const { timezone } = await readTenantIn(sql, ctx);
  const day = localDay(input.startsAt, timezone);
  const hours = await loadHours(sql, ctx, { from: day, to: day });
  const span = { from: input.startsAt, to: new Date(input.startsAt.getTime() + service.minutes * 60_000) };
  return fitsInto(workingSpans(hours, input.staffId, day, timezone), span) ? null : "closed";
}

async function insert(
  sql: Sql,
  ctx: Ctx,
  service: BookableService,
  input: Booking,
): Promise<AppointmentView> {
  const id = newId();
  const endsAt = new Date(input.startsAt.getTime() + service.minutes * 60_000);
  await sql.run(
    `INSERT INTO appointments (tenant_id, id, customer_id, service_id, staff_id, starts_at, ends_at, blocked_until, source, call_id,
       conversation_id, notes, dedupe_key, created_at, updated_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::timestamptz, $7::timestamptz, $8::timestamptz, $9, $10::uuid, $11::uuid, $12, $13,
       $14::timestamptz, $14::timestamptz)`,
    [
      ctx.tenantId,
      id,
      input.customerId,
      input.serviceId,
      input.staffId,
      input.startsAt,
      endsAt,
      new Date(endsAt.getTime() + service.bufferMinutes * 60_000),
      input.source,
      input.callId ?? null,
      input.conversationId ?? null,
      (input.notes ?? "").slice(0, 2000),
      input.dedupeKey ?? null,
      ctx.clock.now(),
    ],
  );
  await recordAudit(sql, ctx, {
    action: "appointment.booked",
    subject: { kind: "appointment", id },
    detail: { source: input.source },
  });
  await emit(sql, ctx, {
    kind: "appointment.booked",
    subject: {
      appointmentId: id,
      customerId: input.customerId,
      ...(input.conversationId ? { conversationId: input.conversationId } : {}),
    },
    data: { startsAt: input.startsAt.toISOString() },
  });
  const made = await readAppointment(sql, ctx, id);
  if (!made) throw new Error("The appointment that was just made is not there.");
  return made;
}

async function findByKey(sql: Sql, ctx: Ctx, key: string | undefined): Promise<AppointmentView | null> {
  if (!key) return null;
  const row = await sql.one<{ id: string }>(
    "SELECT id FROM appointments WHERE tenant_id = $1::uuid AND dedupe_key = $2",
    [ctx.tenantId, key],
  );
  return row && readAppointment(sql, ctx, row.id);
}
