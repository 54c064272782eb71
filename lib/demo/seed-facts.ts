import { withTenant } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { localDay } from "@/lib/kernel/time";
import type { DemoBusiness } from "./schema";
import type { Cast } from "./stage";

/** Services, staff, hours, holidays, receptionist, answers and transfer targets of a demo business. */
export async function seedFacts(ctx: Ctx, business: DemoBusiness, cast: Cast): Promise<void> {
  const { tenantId } = ctx;
  await withTenant(ctx, async (tx) => {
    await tx.service.createMany({
      data: business.services.map(({ name, minutes, price, description, buffer }, position) => ({
        ...{ tenantId, id: newId(), name, minutes, description, position },
        ...{ priceMinor: price, bufferMinutes: buffer ?? 0, createdAt: ctx.clock.now() },
      })),
    });
    await tx.staff.createMany({
      data: business.staff.map((name, position) => ({
        tenantId,
        id: newId(),
        name,
        position,
        createdAt: ctx.clock.now(),
      })),
    });
    await tx.openingHour.createMany({ data: openingHours(ctx, business) });
    await tx.dayOverride.createMany({ data: holidays(ctx, business) });
    const { facts, address, name, persona, greeting, languages } = business.receptionist;
    await tx.receptionist.create({
      data: {
        tenantId,
        id: newId(),
        name,
        persona,
        greeting,
        languages,
        facts,
        address,
        recording: "announce", // so that the first call from the handset can be listened to
        updatedAt: ctx.clock.now(),
      },
    });
    await tx.knownAnswer.createMany({
      data: business.answers.map(([question, answer], position) => ({
        tenantId,
        id: newId(),
        question,
        answer,
        position,
      })),
    });
    await tx.transferTarget.createMany({
      data: business.transfers.map(({ label, member, e164, isEmergency }, position) => ({
        ...{ tenantId, id: newId(), label, position, e164: e164 ?? null, isEmergency: isEmergency ?? false },
        memberId: member ? (cast.members.get(member)?.memberId ?? null) : null,
      })),
    });
  });
}

function openingHours(ctx: Ctx, business: DemoBusiness) {
  return Object.entries(business.hours).flatMap(([weekday, spans]) =>
    spans.map(([opensAt, closesAt]) => ({
      ...{ tenantId: ctx.tenantId, id: newId(), staffId: null },
      ...{ weekday: Number(weekday), opensAt, closesAt },
    })),
  );
}

/** The next occurrence of each holiday. */
function holidays(ctx: Ctx, business: DemoBusiness) {
  const today = localDay(ctx.clock.now(), business.timezone);
  const year = Number(today.slice(0, 4));
  return business.holidays.map(({ month, day, reason }) => {
    const [thisYear, nextYear] = [year, year + 1].map(
      (one) => `${one}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    );
    const date = thisYear !== undefined && thisYear >= today ? thisYear : nextYear;
    return { tenantId: ctx.tenantId, id: newId(), staffId: null, day: new Date(`${date}T00:00:00Z`), reason };
  });
}
