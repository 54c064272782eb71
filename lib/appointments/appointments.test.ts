import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "@/lib/customers";
import { withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { fixedClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { existsLocally, momentOf, wallTime } from "@/lib/kernel/time";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import {
  bookAppointment,
  bookPublicly,
  cancelAppointment,
  closeAppointment,
  getAppointment,
  listAppointments,
  listSlots,
  moveAppointment,
  readOffers,
} from ".";
import { freeStarts, type Hours, overlaps, workingSpans } from "./rules";
import { unsafeOpenBookingPage } from "./unsafe-booking-page";

const now = new Date("2026-11-20T09:00:00Z");
const monday = "2026-11-23";

beforeAll(async () => {
  await testDatabase();
  installWiring();
});

type Desk = SeededTenant & { ctx: Ctx; serviceId: string; staffIds: string[]; customerId: string };

async function seedDesk(): Promise<Desk> {
  const tenant = await seedTenant();
  const ctx: Ctx = { ...tenant.ctx, clock: fixedClock(now) };
  const [serviceId, ...staffIds] = [newId(), newId(), newId()];
  await withTenantSql(ctx, async (sql) => {
    await sql.run(
      "INSERT INTO services (tenant_id, id, name, minutes, buffer_minutes, price_minor) VALUES ($1::uuid, $2::uuid, 'Check-up', 30, 15, 9000)",
      [ctx.tenantId, serviceId],
    );
    for (const id of staffIds)
      await sql.run("INSERT INTO staff (tenant_id, id, name) VALUES ($1::uuid, $2::uuid, $3)", [
        ctx.tenantId,
        id,
        id.slice(-4),
      ]);
    for (const weekday of [1, 2, 3, 4, 5])
      await sql.run(
        "INSERT INTO opening_hours (tenant_id, id, weekday, opens_at, closes_at) VALUES ($1::uuid, $2::uuid, $3::int, '09:00', '12:00')",
        [ctx.tenantId, newId(), weekday],
      );
  });
  const { id: customerId } = await createCustomer(ctx, { name: "Ada", address: "+14155550101" });
  return { ...tenant, ctx, serviceId: serviceId ?? "", staffIds, customerId };
}

const at = (time: string, day = monday) => momentOf(day, time, "America/New_York");
const booking = (desk: Desk, startsAt: Date, staffId = desk.staffIds[0] ?? "") => ({
  ...{ customerId: desk.customerId, serviceId: desk.serviceId, staffId, startsAt, source: "member" as const },
});

describe("a slot", () => {
  it("goes to one of fifty who want it at once", async () => {
    const desk = await seedDesk();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => bookAppointment(desk.ctx, booking(desk, at("09:00")))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok && one.reason === "taken")).toHaveLength(49);
  });

  it("is found, booked, moved, given back, and ended; its buffer is kept free", async () => {
    const desk = await seedDesk();
    const [first = ""] = desk.staffIds;
    const free = async () => {
      const slots = await listSlots(desk.ctx, {
        serviceId: desk.serviceId,
        staffId: first,
        day: monday,
        days: 1,
      });
      return slots
        .map(({ startsAt }) => wallTime(new Date(startsAt), "America/New_York"))
        .map(({ hour, minute }) => hour * 60 + minute);
    };
    expect((await free()).at(0)).toBe(540);
    const made = await bookAppointment(desk.ctx, booking(desk, at("10:00")));
    if (!made.ok) throw new Error(made.reason);
    const { id } = made.appointment;
    expect(await free()).not.toContain(600);
    expect(await free()).not.toContain(630); // the buffer of 15 minutes
    expect(await free()).toContain(645);
    expect(await moveAppointment(desk.ctx, { id, startsAt: at("11:45") })).toEqual({
      ok: false,
      reason: "closed",
    });
    expect(await moveAppointment(desk.ctx, { id, startsAt: at("09:00") })).toMatchObject({ ok: true });
    expect(await free()).toContain(600);
    expect(await closeAppointment(desk.ctx, { id, outcome: "completed" })).toEqual({
      ok: false,
      reason: "too_early",
    });
    const later: Ctx = { ...desk.ctx, clock: fixedClock(at("10:00")) };
    expect(await closeAppointment(later, { id, outcome: "no_show" })).toEqual({ ok: true });
    expect(await getAppointment(desk.ctx, id)).toMatchObject({ status: "no_show" });
    const day = { from: at("00:00"), to: at("23:00") };
    expect(await listAppointments(desk.ctx, day)).toHaveLength(1);
    await cancelAppointment(desk.ctx, { id });
    expect(await listAppointments(desk.ctx, day)).toEqual([]);
  });

  it("is nobody else's to see or to change", async () => {
    const [desk, other] = [await seedDesk(), await seedDesk()];
    const made = await bookAppointment(desk.ctx, booking(desk, at("09:00")));
    const id = made.ok ? made.appointment.id : "";
    await expect(getAppointment(other.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await moveAppointment(other.ctx, { id, startsAt: at("10:00") })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await cancelAppointment(other.ctx, { id })).toEqual({ ok: false, reason: "not_found" });
    expect(await closeAppointment(other.ctx, { id, outcome: "completed" })).toEqual({
      ok: false,
      reason: "not_found",
    });
    expect(await listAppointments(other.ctx, { from: at("00:00"), to: at("23:00") })).toEqual([]);
    expect(
      await bookAppointment(other.ctx, { ...booking(desk, at("11:00")), customerId: other.customerId }),
    ).toEqual({
      ...{ ok: false, reason: "unknown_service" },
    });
    expect((await readOffers(desk.ctx)).services).toMatchObject([{ name: "Check-up", price: "$90.00" }]);
  });
});

describe("the booking page", () => {
  const caller = { clock: fixedClock(now), requestId: "test" };

  it("books once for each form, renames nobody, and tells nothing about them", async () => {
    const desk = await seedDesk();
    const { ctx } = await unsafeOpenBookingPage(caller, desk.slug);
    const wish = {
      ...{
        serviceId: desk.serviceId,
        staffId: desk.staffIds[0] ?? "",
        startsAt: at("09:00"),
        name: "Mallory",
      },
      ...{ phone: "(415) 555-0101", notes: "", key: newId() },
    };
    const twice = await Promise.all([bookPublicly(ctx, wish), bookPublicly(ctx, wish)]);
    expect(twice[0]).toEqual(twice[1]);
    expect(JSON.stringify(twice)).not.toContain("Ada");
    const [made] = await listAppointments(desk.ctx, { from: at("00:00"), to: at("23:00") });
    expect(made).toMatchObject({
      customerName: "Ada",
      source: "booking_page",
      notes: "Booked online as Mallory.",
    });
    for (const time of ["09:45", "10:30"])
      await bookPublicly(ctx, { ...wish, startsAt: at(time), key: newId() });
    await expect(bookPublicly(ctx, { ...wish, startsAt: at("11:15"), key: newId() })).rejects.toThrow(
      "several bookings",
    );
    await expect(bookPublicly(ctx, { ...wish, phone: "x123", key: newId() })).rejects.toThrow(
      "not a phone number",
    );
    const stranger = { ...wish, phone: "415 555 0102", startsAt: at("11:15"), key: newId() };
    await bookPublicly(ctx, stranger);
    await expect(bookPublicly(ctx, { ...stranger, phone: "415 555 0103", key: newId() })).rejects.toThrow(
      "took this time",
    );
  });

  it("is not there for a business that offers nothing, or that does not exist", async () => {
    const { slug } = await seedTenant();
    for (const wrong of [slug, "nobody-here"])
      await expect(unsafeOpenBookingPage(caller, wrong)).rejects.toMatchObject({ code: "not_found" });
  });
});

/** The two days of each year on which the clocks change, looked for rather than known. */
function changeDays(zone: string, year: number): string[] {
  const days = Array.from({ length: 366 }, (_, index) =>
    new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10),
  );
  return days.filter((day, index) => {
    const next = days[index + 1];
    return (
      next && momentOf(next, "00:00", zone).getTime() - momentOf(day, "00:00", zone).getTime() !== 86_400_000
    );
  });
}

const zones = [
  "America/New_York",
  "Europe/Berlin",
  "Australia/Sydney",
  "America/Santiago",
  "Pacific/Auckland",
];
const years = Array.from({ length: 10 }, (_, index) => 2024 + index);
const times = ["00:00", "01:30", "02:00", "02:30", "03:00", "04:00", "09:00", "18:00", "24:00"];

describe("on the days on which clocks change", () => {
  it.each(zones)("slots in %s exist, lie in working hours, and last as long as they say", (zone) => {
    const days = years.flatMap((year) => changeDays(zone, year));
    expect(days.length).toBeGreaterThanOrEqual(18);
    fc.assert(
      fc.property(
        fc.constantFrom(...days),
        fc.uniqueArray(fc.integer({ min: 0, max: times.length - 1 }), { minLength: 2, maxLength: 2 }),
        fc.constantFrom(15, 30, 45, 60, 90),
        fc.constantFrom(0, 15),
        (day, places, minutes, buffer) => {
          const [from = 0, to = 0] = places.toSorted((a, b) => a - b);
          const [opensAt = "", closesAt = ""] = [times[from], times[to]];
          const hours: Hours = { weekly: [], overrides: [{ staffId: null, day, opensAt, closesAt }] };
          const work = workingSpans(hours, "anybody", day, zone);
          const starts = freeStarts(work, [], { minutes, buffer }, new Date(0));
          for (const start of starts) {
            const wall = wallTime(start, zone);
            const text = `${String(wall.hour).padStart(2, "0")}:${String(wall.minute).padStart(2, "0")}`;
            expect(existsLocally(day, text, zone)).toBe(true);
            const end = new Date(start.getTime() + minutes * 60_000);
            expect(work.some((span) => span.from <= start && end <= span.to)).toBe(true);
            const others = starts.filter((other) => other !== start);
            expect(others.every((other) => Math.abs(other.getTime() - start.getTime()) >= 15 * 60_000)).toBe(
              true,
            );
          }
          const [busy] = starts;
          if (!busy) return;
          const taken = { from: busy, to: new Date(busy.getTime() + (minutes + buffer) * 60_000) };
          for (const start of freeStarts(work, [taken], { minutes, buffer }, new Date(0)))
            expect(overlaps(taken, { from: start, to: new Date(start.getTime() + minutes * 60_000) })).toBe(
              false,
            );
        },
      ),
      { numRuns: 150 },
    );
  });

  it("an hour that is lost has no slots, and one that comes twice has twice as many", () => {
    const spring: Hours = {
      weekly: [],
      overrides: [{ staffId: null, day: "2026-03-08", opensAt: "01:00", closesAt: "04:00" }],
    };
    const autumn: Hours = {
      weekly: [],
      overrides: [{ staffId: null, day: "2026-11-01", opensAt: "01:00", closesAt: "04:00" }],
    };
    const count = (hours: Hours, day: string) =>
      freeStarts(
        workingSpans(hours, "x", day, "America/New_York"),
        [],
        { minutes: 30, buffer: 0 },
        new Date(0),
      ).length;
    expect(count(spring, "2026-03-08")).toBe(7); // two real hours
    expect(count(autumn, "2026-11-01")).toBe(15); // four real hours
  });
});
