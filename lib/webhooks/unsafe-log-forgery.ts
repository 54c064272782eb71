import { unsafePlatformSql } from "@/lib/db";
import { log } from "@/lib/http";
import { newId } from "@/lib/kernel/ids";

type Forgery = { carrier: string; kind: string; path: string; what: string; reason: string };

// A flood of forgeries must not become a flood of rows: past this many in a second they are only counted.
const rowsPerSecond = 20;
let second = 0;
let written = 0;

/** Leaves a refused webhook's only trace: a row in the security log, without its content. Platform-wide, as no tenant is proven. */
export async function unsafeLogForgery(forgery: Forgery): Promise<void> {
  log.warn(forgery, "webhook refused");
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) {
    second = now;
    written = 0;
  }
  written += 1;
  if (written > rowsPerSecond) return;
  await unsafePlatformSql("a refused webhook belongs to no tenant", (sql) =>
    sql.run(
      "INSERT INTO security_events (id, kind, detail) VALUES ($1::uuid, 'webhook.refused', $2::jsonb)",
      [newId(), JSON.stringify({ ...forgery, path: forgery.path.slice(0, 300) })],
    ),
  );
}
