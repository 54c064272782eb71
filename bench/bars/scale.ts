import { Agent } from "node:http";
import type pg from "pg";
import { installDatabase } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { seedNumber } from "@/lib/messages/testing";
import { seedTenant } from "@/lib/tenants/testing";
import type { Bar, Figures, World } from "../harness/bar";
import { makeDatabase } from "../harness/database";
import { saturate } from "../harness/measure";
import { post } from "../harness/post";
import { type Program, startProgram } from "../harness/program";

const deskCount = 20;
const customersOfDesk = 50;
const warmUpSeconds = 10;

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
      const floor = await openSide(world, "bench_one", 1);
      const subject = await openSide(world, "bench_two", 2);
      installDatabase(world);
      // A fresh process compiles as it goes; two share the texts, so each takes twice as long to be as warm as one.
      for (const side of [floor, subject]) await measure(side, warmUpSeconds * side.webs.length);
      return {
        floor: (seconds) => measure(floor, seconds),
        subject: (seconds) => measure(subject, seconds),
        close: async () => void (await Promise.all([floor.close(), subject.close()])),
      };
    },
  },
];

/** Programs on a database of their own. A desk is "tenant number". */
type Side = {
  owner: pg.Pool;
  desks: string[];
  webs: Program[];
  /** Texts stored so far. */
  taken: number;
  close(): Promise<void>;
};

async function openSide(world: World, name: string, processes: number): Promise<Side> {
  const { owner, urls } = await makeDatabase(world, name);
  await owner.query("CREATE TABLE bench_effects (message_id uuid NOT NULL)");
  await owner.query("GRANT SELECT, INSERT ON bench_effects TO trunkline_app");
  const desks: string[] = [];
  for (let index = 0; index < deskCount; index += 1) {
    const tenant = await seedTenant();
    desks.push(`${tenant.ctx.tenantId} ${(await seedNumber(tenant)).e164}`);
  }
  const start = (program: string) =>
    Promise.all(
      Array.from({ length: processes }, () => startProgram(program, urls.appUrl, urls.platformUrl, ...desks)),
    );
  const webs = await start("desk-web");
  const workers = await start("desk-worker");
  return {
    ...{ owner, desks, webs, taken: 0 },
    close: async () => {
      await Promise.all([...webs, ...workers].map((program) => program.stop()));
      await owner.end();
    },
  };
}

async function measure(side: Side, seconds: number): Promise<Figures> {
  const begun = performance.now();
  const taken = await takeIn(side, seconds);
  await untilWorkedOff(side.owner);
  const elapsed = (performance.now() - begun) / 1000;
  side.taken += taken;
  return { perSecond: taken / elapsed, wrongEffects: await countWrong(side) };
}

/** Delivers each text twice at the same moment, to different processes where there are two; returns how many texts. */
async function takeIn({ webs }: Side, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let taken = 0;
  await saturate({
    ...{ connections: 16, seconds },
    send: async (index) => {
      const from = 14_155_000_000 + (Math.floor(index / deskCount) % customersOfDesk);
      const path = `/${index % deskCount}/SM${newId().replaceAll("-", "")}/${from}`;
      const outcomes = await Promise.all(
        [index, index + 1].map((copy) => post(agent, webs[copy % webs.length]?.port ?? 0, path)),
      );
      taken += outcomes.filter((outcome) => outcome === "stored").length;
    },
  });
  agent.destroy();
  return taken;
}

async function untilWorkedOff(owner: pg.Pool): Promise<void> {
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    const { rowCount } = await owner.query("SELECT 1 FROM graphile_worker._private_jobs LIMIT 1");
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("The jobs were not worked off.");
}

/** Texts whose effect is missing or was done twice, and texts that were stored never or twice. */
async function countWrong({ owner, taken }: Side): Promise<number> {
  const { rows } = await owner.query<{ wrong: number; messages: number }>(
    `SELECT count(*) FILTER (WHERE e.times IS DISTINCT FROM 1)::int AS wrong, count(*)::int AS messages
       FROM messages m LEFT JOIN (SELECT message_id, count(*) AS times FROM bench_effects GROUP BY 1) e ON e.message_id = m.id`,
  );
  const [row = { wrong: Number.NaN, messages: 0 }] = rows;
  return row.wrong + Math.abs(row.messages - taken);
}
