import { Agent } from "node:http";
import pg from "pg";
import { newId } from "@/lib/kernel/ids";
import { seedNumber } from "@/lib/messages/testing";
import { seedTenant } from "@/lib/tenants/testing";
import type { Bar, Figures, World } from "./bar";
import { saturate } from "./measure";
import { post } from "./post";
import { type Program, startProgram } from "./program";
import { untilEmpty } from "./queue";

const deskCount = 20;
const customersOfDesk = 50;
const warmUpSeconds = 4;

/** Bar 14: whether more processes on one database do anything twice, and what they cost. */
export const scaleBars: readonly Bar[] = [
  {
    name: "14",
    title:
      "texts taken in and worked off per second, every text delivered twice, by 2 web + 2 worker processes",
    floorTitle: "by 1 + 1",
    promises: [
      { figure: "perSecond", as: "ratio", be: "at least", reach: 0.9, unit: "/s" },
      { figure: "wrongEffects", as: "value", be: "at most", reach: 0, unit: "" },
    ],
    open: async (world) => {
      const owner = new pg.Pool({ connectionString: world.ownerUrl, max: 2 });
      await owner.query("CREATE TABLE IF NOT EXISTS bench_effects (message_id uuid NOT NULL)");
      await owner.query("GRANT SELECT, INSERT ON bench_effects TO trunkline_app");
      return {
        floor: (seconds) => measure(world, owner, 1, seconds),
        subject: (seconds) => measure(world, owner, 2, seconds),
        close: () => owner.end(),
      };
    },
  },
];

async function measure(world: World, owner: pg.Pool, processes: number, seconds: number): Promise<Figures> {
  const desks: string[] = [];
  for (let index = 0; index < deskCount; index += 1) desks.push(await makeDesk());
  const start = (name: string) =>
    Promise.all(
      Array.from({ length: processes }, () => startProgram(name, world.appUrl, world.platformUrl, ...desks)),
    );
  const [webs, workers] = await Promise.all([start("desk-web"), start("desk-worker")]);
  try {
    const warm = await takeIn(webs, warmUpSeconds); // fresh processes compile as they go, twice as many twice as much
    await untilEmpty();
    const begun = performance.now();
    const taken = await takeIn(webs, seconds);
    await untilEmpty();
    const elapsed = (performance.now() - begun) / 1000;
    return { perSecond: taken / elapsed, wrongEffects: await countWrong(owner, desks, warm + taken) };
  } finally {
    await Promise.all([...webs, ...workers].map((program) => program.stop()));
  }
}

/** A tenant with a number, as "tenant number". */
async function makeDesk(): Promise<string> {
  const tenant = await seedTenant();
  return `${tenant.ctx.tenantId} ${(await seedNumber(tenant)).e164}`;
}

/** Delivers each text twice at the same moment, to different processes where there are two; returns how many texts. */
async function takeIn(webs: readonly Program[], seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let taken = 0;
  await saturate({
    ...{ connections: 16, seconds },
    send: async (index) => {
      const from = 14_155_000_000 + (Math.floor(index / deskCount) % customersOfDesk);
      const path = `/${index % deskCount}/SM${newId().replaceAll("-", "")}/${from}`;
      const outcomes = await Promise.all(
        [0, 1].map((copy) => post(agent, webs[copy % webs.length]?.port ?? 0, path)),
      );
      taken += outcomes.filter((outcome) => outcome === "stored").length;
    },
  });
  agent.destroy();
  return taken;
}

/** Texts whose effect is missing, effects that were done twice, and messages that stand there twice. */
async function countWrong(owner: pg.Pool, desks: readonly string[], taken: number): Promise<number> {
  const { rows } = await owner.query<{ wrong: number; messages: number }>(
    `SELECT count(*) FILTER (WHERE e.times IS DISTINCT FROM 1)::int AS wrong, count(*)::int AS messages
       FROM messages m LEFT JOIN (SELECT message_id, count(*) AS times FROM bench_effects GROUP BY 1) e ON e.message_id = m.id
      WHERE m.tenant_id = ANY ($1::uuid[])`,
    [desks.map((desk) => desk.split(" ")[0])],
  );
  const [row = { wrong: Number.NaN, messages: 0 }] = rows;
  return row.wrong + Math.abs(row.messages - taken);
}
