import { withTenant } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { addDays, localDay, momentOf, weekdayOf } from "@/lib/kernel/time";
import { type Everyday, everydayCall } from "./everyday-call";
import { randomOf } from "./random-of";
import type { DemoBusiness, Story } from "./schema";
import type { Cast } from "./stage";
import { callRows } from "./tell-call";
import { tellStory } from "./tell-story";

type CallRows = ReturnType<typeof callRows>;
type Planned = Everyday & { at: Date; who: number };

const daysBack = 29;
const minute = 60_000;

/** The calls of regular customers over the last weeks, so that figures have something to show; one closed conversation each. */
export async function tellHistory(ctx: Ctx, business: DemoBusiness, cast: Cast): Promise<void> {
  const planned = plan(business, ctx.clock.now());
  const rows: CallRows[] = [];
  for (const [who, regular] of business.regulars.entries()) {
    const calls = planned.filter((one) => one.who === who);
    const last = calls.pop();
    if (!last) continue;
    const story = lastCallOf(regular, calls[0] ?? last, last, ctx.clock.now());
    const made = await tellStory(ctx, business, cast, story);
    rows.push(
      ...calls.map(({ at, call }) =>
        callRows({ ...made, business, cast, story, ctx: { ...ctx, clock: { now: () => at } } }, call),
      ),
    );
  }
  await keepCalls(ctx, rows);
  await keepAppointments(ctx, business, planned);
}

/** The conversation in which a regular's calls stand, with the last of them; the earlier ones are written all at once. */
function lastCallOf([name, phone]: [string, string], first: Planned, last: Planned, now: Date): Story {
  return {
    customer: { name, phone, source: "person" },
    ...{ channel: "call", began: { minutesAgo: minutesBetween(first.at, now) }, status: "closed" },
    lines: [{ after: minutesBetween(first.at, last.at), call: last.call }],
  };
}

function minutesBetween(one: Date, other: Date): number {
  return (other.getTime() - one.getTime()) / minute;
}

async function keepCalls(ctx: Ctx, rows: readonly CallRows[]): Promise<void> {
  await withTenant(ctx, async (tx) => {
    await tx.call.createMany({ data: rows.map(({ call }) => call) });
    await tx.callTurn.createMany({ data: rows.flatMap(({ turns }) => turns) });
    await tx.callTrace.createMany({ data: rows.flatMap(({ traces }) => traces) });
  });
}

/** Every day a few calls, most of them while the business is open; busier at the beginning of the week. */
function plan(business: DemoBusiness, now: Date): Planned[] {
  const random = randomOf(business.slug);
  const today = localDay(now, business.timezone);
  const planned = Array.from({ length: daysBack + 1 }, (_, index) =>
    addDays(today, index - daysBack),
  ).flatMap((day) =>
    momentsOf(business, day, random).map(({ at, isOpen }): Planned => {
      const who = Math.floor(random() * business.regulars.length);
      const first = business.regulars[who]?.[0].split(" ")[0] ?? "";
      return { at, who, ...everydayCall({ business, first, isOpen, random }) };
    }),
  );
  return planned
    .filter(({ at }) => at.getTime() < now.getTime() - 90 * minute)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

function momentsOf({ hours, timezone, callsPerDay }: DemoBusiness, day: string, random: () => number) {
  const weekday = weekdayOf(momentOf(day, "12:00", timezone), timezone);
  const spans = hours[weekday] ?? [];
  const [least, most] = callsPerDay;
  const count = spans.length === 0 ? Math.round(random()) : Math.round(least + (most - least) * random());
  return Array.from({ length: count }, () => {
    const isOpen = spans.length > 0 && random() > 0.07;
    const [opens, closes] =
      (isOpen && spans[Math.floor(random() * spans.length)]) || (["18:30", "21:30"] as const);
    const [from, to] = [momentOf(day, opens, timezone), momentOf(day, closes, timezone)];
    return { isOpen, at: new Date(from.getTime() + (to.getTime() - from.getTime()) * random()) };
  });
}

/** A row per booking, a few days after its call, each at an hour of its own; one that is taken already is left out. */
async function keepAppointments(
  ctx: Ctx,
  business: DemoBusiness,
  planned: readonly Planned[],
): Promise<void> {
  await withTenant(ctx, async (tx) => {
    const where = { tenantId: ctx.tenantId };
    const [services, staff, addresses] = [
      await tx.service.findMany({ where }),
      await tx.staff.findMany({ where }),
      await tx.customerAddress.findMany({ where }),
    ];
    const rows = planned.flatMap(({ at, who, service: name }, index) => {
      const service = services.find((one) => one.name === name);
      const phone = business.regulars[who]?.[1];
      const customerId = addresses.find(({ address }) => address === phone)?.customerId;
      const staffId = staff[index % staff.length]?.id;
      if (!service || !customerId || !staffId) return [];
      const day = openDayAfter(business, localDay(at, business.timezone), 2 + (index % 5));
      const startsAt = momentOf(day, `${String(9 + (index % 4)).padStart(2, "0")}:00`, business.timezone);
      const endsAt = new Date(startsAt.getTime() + service.minutes * minute);
      const status = endsAt < ctx.clock.now() ? "completed" : "booked";
      const times = { startsAt, endsAt, blockedUntil: endsAt, createdAt: at, updatedAt: at };
      return [
        {
          ...where,
          id: newId(),
          customerId,
          serviceId: service.id,
          staffId,
          ...times,
          status,
          source: "assistant",
        },
      ];
    });
    await tx.appointment.createMany({ data: rows, skipDuplicates: true });
  });
}

function openDayAfter({ hours, timezone }: DemoBusiness, from: string, days: number): string {
  const candidates = Array.from({ length: 7 }, (_, index) => addDays(from, days + index));
  const isOpen = (day: string) =>
    (hours[weekdayOf(momentOf(day, "12:00", timezone), timezone)] ?? []).length > 0;
  return candidates.find(isOpen) ?? addDays(from, days);
}
