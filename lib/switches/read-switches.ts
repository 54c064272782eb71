import { type Sql, unsafePlatformSql } from "@/lib/db";
import { Switches } from "./schema";

/** Under which key they stand among the platform's settings. */
export const switchesKey = "switches";

// Read on every turn and every text, turned a few times a year: two seconds late is soon enough for every process.
const lifeMilliseconds = 2_000;
const home = globalThis as typeof globalThis & {
  trunklineSwitches?: { read: Promise<Switches>; until: number } | undefined;
};

/** How the switches stand, at most two seconds ago. */
export function readSwitches(): Promise<Switches> {
  const known = home.trunklineSwitches;
  if (known && known.until > Date.now()) return known.read;
  const read = unsafePlatformSql("the platform's switches belong to no tenant", (sql) => readSwitchesIn(sql));
  home.trunklineSwitches = { read, until: Date.now() + lifeMilliseconds };
  read.catch(forgetSwitches);
  return read;
}

/** {@link readSwitches} as they stand now, inside a platform transaction. */
export async function readSwitchesIn(sql: Sql): Promise<Switches> {
  const row = await sql.one<{ value: unknown }>("SELECT value FROM platform_settings WHERE key = $1", [
    switchesKey,
  ]);
  return Switches.parse(row?.value ?? {});
}

/** Has the next reader ask the database; after they were turned in this process. */
export function forgetSwitches(): void {
  home.trunklineSwitches = undefined;
}
