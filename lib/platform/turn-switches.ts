import { recordPlatform } from "@/lib/audit";
import { type Sql, unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { forgetSwitches, readSwitchesIn, switchesKey } from "@/lib/switches";
import type { Switches, SwitchesChange } from "@/lib/switches/schema";

/** Turns switches; what is left out stays. Every process obeys within two seconds. */
export async function turnSwitches(person: Person, change: SwitchesChange): Promise<Switches> {
  const after = await unsafePlatformSql("the platform's switches belong to no tenant", async (sql) => {
    await sql.rows("SELECT pg_advisory_xact_lock(hashtextextended('switches', 0))::text");
    const before = await readSwitchesIn(sql);
    const next = { ...before, ...change, texting: { ...before.texting, ...change.texting } };
    await sql.run(
      `INSERT INTO platform_settings (key, value, updated_at) VALUES ($1, $2::jsonb, $3::timestamptz)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
      [switchesKey, JSON.stringify(next), person.clock.now()],
    );
    if (before.demo !== next.demo) await openDemo(sql, next.demo, person.clock.now());
    await recordPlatform(sql, person, {
      ...{ action: "switches.turned", subject: { kind: "switches", id: null } },
      detail: { before: pick(before, change), after: change },
    });
    return next;
  });
  forgetSwitches();
  return after;
}

/** The demo's businesses are closed and opened as any others; one that was suspended by hand opens too. */
async function openDemo(sql: Sql, isOpen: boolean, now: Date): Promise<void> {
  const suspension = isOpen ? null : { reason: "The demo is switched off.", since: now.toISOString() };
  await sql.run(
    "UPDATE tenants SET status = $1, settings = settings || jsonb_build_object('suspension', $2::jsonb) WHERE is_demo",
    [isOpen ? "active" : "suspended", JSON.stringify(suspension)],
  );
}

function pick(before: Switches, change: SwitchesChange): Record<string, unknown> {
  return Object.fromEntries(Object.entries(before).filter(([name]) => name in change));
}
