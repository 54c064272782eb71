import type { TaskList } from "graphile-worker";
import { type Sql, unsafePlatformSql } from "@/lib/db";
import type { Chore } from "./chore";
import { pokeWorkers } from "./poke";
import { registeredJobs } from "./registry";
import type { JobReport } from "./report";

const LOOK_MS = 1_000;
const ATTEMPTS = 3;

/** The queue's tasks for chores. */
export function choreTasks(chores: readonly Chore[]): TaskList {
  return Object.fromEntries(
    chores.map((chore) => [choreTask(chore), (_payload, { abortSignal }) => chore.work(abortSignal)]),
  );
}

/**
 * Enqueues every chore once per slot, whichever process comes first. After a standstill only the current slot is done.
 * @returns how to stop it
 */
export function startSchedule(report: JobReport): () => void {
  const done = new Map<string, number>();
  const look = () => {
    for (const chore of registeredJobs().chores) {
      const slot = Math.floor(Date.now() / chore.everyMs) * chore.everyMs;
      if (done.get(chore.kind) === slot) continue;
      done.set(chore.kind, slot);
      unsafeClaimSlot(chore, new Date(slot)).catch((error: unknown) => {
        done.delete(chore.kind);
        report({ sentence: "A chore could not be enqueued.", kind: chore.kind, error });
      });
    }
  };
  look();
  const timer = setInterval(look, LOOK_MS);
  return () => clearInterval(timer);
}

function unsafeClaimSlot(chore: Chore, slot: Date): Promise<void> {
  return unsafePlatformSql("chores belong to no tenant", async (sql) => {
    const claimed = await sql.run(
      `INSERT INTO chore_slots AS c (kind, slot) VALUES ($1::text, $2::timestamptz)
       ON CONFLICT (kind) DO UPDATE SET slot = excluded.slot WHERE c.slot < excluded.slot`,
      [chore.kind, slot.toISOString()],
    );
    if (claimed > 0) await enqueueChore(sql, chore);
  });
}

async function enqueueChore(sql: Sql, chore: Chore): Promise<void> {
  await sql.rows(
    "SELECT trunkline_enqueue(NULL::uuid, $1::text, '{}'::text, $1::text, now(), $2::int)::text",
    [choreTask(chore), ATTEMPTS],
  );
  sql.afterCommit(pokeWorkers);
}

/** Chores have names of their own in the queue, so that none can be taken for a tenant's job. */
export function choreTask(chore: Chore): string {
  return `chore ${chore.kind}`;
}
