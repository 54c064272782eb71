import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing";
import type { TenantId } from "@/lib/kernel/ids";
import { type LiveQuery, readGaps, readNews, readPresent } from "./read-news";
import type { Snapshot } from "./snapshot";
import { makeBareTenant } from "./testing";

const writers: pg.Client[] = [];
let reader: pg.Client;
let tenantId: TenantId;
const query: LiveQuery = (statement) => reader.query(statement);

beforeAll(async () => {
  const { platformUrl } = await testDatabase();
  tenantId = await makeBareTenant();
  const connect = async () => {
    const client = new pg.Client({ connectionString: platformUrl });
    await client.connect();
    return client;
  };
  reader = await connect();
  for (let index = 0; index < 4; index += 1) writers.push(await connect());
});

afterAll(() => Promise.all([reader, ...writers].map((client) => client.end())));

/** A step of one writer, or a look of the reader. A writer that has no transaction begins one. */
type Step = { writer: number; act: "write" | "commit" | "roll back" | "look" };

const steps = fc.array(
  fc.record({
    writer: fc.nat({ max: 3 }),
    act: fc.constantFrom<Step["act"][]>("write", "write", "commit", "commit", "roll back", "look", "look"),
  }),
  { minLength: 5, maxLength: 40 },
);

test("however transactions overlap, a reader gets every committed event exactly once, and so does one that comes back", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const world = await play(plan);
      const caughtUp = await Promise.all(
        world.positions.map(async ({ seen, had }) => {
          const [missed] = await readGaps(query, [{ tenantId, seen, until: world.end }]);
          return [...had, ...(missed?.events ?? []).map(seqOf)].sort();
        }),
      );
      const expected = [...world.committed].sort();
      expect([...world.read].sort()).toEqual(expected);
      for (const all of caughtUp) expect(all).toEqual(expected);
    }),
    // Each plan is dozens of questions to the database. As many as a busy machine manages are tried, never fewer than one.
    { numRuns: 60, interruptAfterTimeLimit: 8_000 },
  );
});

async function play(plan: Step[]) {
  const begin = await readPresent(query);
  const world = {
    ...{ committed: [] as number[], read: [] as number[], end: begin },
    positions: [{ seen: begin, had: [] as number[] }],
  };
  const open = new Map<number, number[]>();
  const finish = async (writer: number, how: "COMMIT" | "ROLLBACK") => {
    if (!open.has(writer)) return;
    await writers[writer]?.query(how);
    if (how === "COMMIT") world.committed.push(...(open.get(writer) ?? []));
    open.delete(writer);
  };
  for (const { writer, act } of [
    ...plan,
    ...[0, 1, 2, 3].map((writer) => ({ writer, act: "commit" as const })),
  ]) {
    if (act === "write")
      open.set(writer, [...(open.get(writer) ?? []), await write(writer, !open.has(writer))]);
    if (act === "commit") await finish(writer, "COMMIT");
    if (act === "roll back") await finish(writer, "ROLLBACK");
    if (act === "look") await look(world);
  }
  await look(world);
  return world;
}

async function look(world: {
  read: number[];
  end: Snapshot;
  positions: { seen: Snapshot; had: number[] }[];
}) {
  const [news] = await readNews(query, [{ tenantId, seen: world.end }]);
  if (!news) return;
  world.read.push(...news.events.map(seqOf));
  world.end = news.seen;
  world.positions.push({ seen: news.seen, had: [...world.read] });
}

async function write(writer: number, isFirst: boolean): Promise<number> {
  if (isFirst) await writers[writer]?.query("BEGIN");
  const inserted = await writers[writer]?.query<{ seq: string }>(
    `INSERT INTO events (tenant_id, kind, subject, data, actor_kind) VALUES ($1, 'test', '{}', '{}', 'system') RETURNING seq`,
    [tenantId],
  );
  return Number(inserted?.rows[0]?.seq);
}

function seqOf(event: string): number {
  return JSON.parse(event).seq;
}

test("its broken twin, which reads what has a higher number than the last one, loses events", async () => {
  const found: string[] = [];
  const begin = await highest();
  await write(0, true); // takes the lower number, commits last
  await write(1, true);
  await writers[1]?.query("COMMIT");
  const last = await highest();
  found.push(...(await after(begin)));
  await writers[0]?.query("COMMIT");
  found.push(...(await after(last)));
  expect(found).toHaveLength(1);
});

async function highest(): Promise<number> {
  const { rows } = await reader.query<{ seq: number }>(
    "SELECT coalesce(max(seq), 0)::int AS seq FROM events",
  );
  return rows[0]?.seq ?? 0;
}

async function after(seq: number): Promise<string[]> {
  const { rows } = await reader.query<{ seq: string }>("SELECT seq FROM events WHERE seq > $1", [seq]);
  return rows.map((row) => row.seq);
}
