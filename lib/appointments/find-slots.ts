import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { isId } from "@/lib/kernel/ids";
import { addDays, localDay } from "@/lib/kernel/time";
import { readTenantIn } from "@/lib/tenants";
import { loadBusy, loadHours, loadService } from "./load-calendar";
import { freeStarts, workingSpans } from "./rules";
import type { Slot } from "./schema";

/** Nobody can come in the next minutes. */
const noticeMinutes = 30;

/**
 * Free times for a service, earliest first, from `from` on over so many local days of the tenant. When several people
 * are free at one time each is listed. Empty when there is no such service.
 */
export function findSlots(
  ctx: Ctx,
  input: { serviceId: string; staffId?: string | undefined; from: Date; days: number; limit?: number },
): Promise<Slot[]> {
  return withTenantSql(ctx, async (sql) => {
    const service = isId(input.serviceId) ? await loadService(sql, ctx, input.serviceId) : null;
    if (!service) return [];
    const { timezone } = await readTenantIn(sql, ctx);
    const first = localDay(input.from, timezone);
    const days = Array.from({ length: Math.min(input.days, 92) }, (_, ahead) => addDays(first, ahead));
    const last = days.at(-1) ?? first;
    const hours = await loadHours(sql, ctx, { from: first, to: last });
    const busy = await loadBusy(sql, ctx, {
      from: input.from,
      to: new Date(Date.parse(`${last}T00:00:00Z`) + 2 * 86_400_000),
    });
    const notBefore = new Date(
      Math.max(input.from.getTime(), ctx.clock.now().getTime() + noticeMinutes * 60_000),
    );
    const length = { minutes: service.minutes, buffer: service.bufferMinutes };
    const staff = service.staff.filter((person) => !input.staffId || person.id === input.staffId);
    const slots = days.flatMap((day) =>
      staff.flatMap((person) =>
        freeStarts(
          workingSpans(hours, person.id, day, timezone),
          busy.get(person.id) ?? [],
          length,
          notBefore,
        ).map((startsAt) => ({
          ...{ staffId: person.id, staffName: person.name, startsAt },
          endsAt: new Date(startsAt.getTime() + service.minutes * 60_000),
        })),
      ),
    );
    return slots.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()).slice(0, input.limit ?? 1000);
  });
}
