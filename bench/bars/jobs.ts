import { newId } from "@/lib/kernel/ids";
import type { Bar, Figures, World } from "../harness/bar";
import { quantile, summarise } from "../harness/measure";
import { type Program, startProgram } from "../harness/program";
import { clearQueue, openFloorQueue, openSubjectQueue, type Queue, untilEmpty } from "./queue";

const throughputJobs = 6_000;
const backlog = 10_000;
const probes = 60;
const probesBehindBacklog = 20;
const probeEveryMs = 10;

/** Bar 10: what the queue does per second, how soon it begins a job, and whether one tenant's backlog holds up the others. */
export const jobBars: readonly Bar[] = [
  {
    name: "10 throughput",
    title: "jobs per second, 10 at a time",
    floorTitle: "graphile-worker's default",
    promises: [{ figure: "perSecond", as: "ratio", be: "at least", reach: 0.5, unit: "/s" }],
    open: (world) => openSides(world, measureThroughput),
  },
  {
    name: "10 pickup",
    title: "commit to begin, worker idle, another process enqueues",
    floorTitle: "graphile-worker's default",
    promises: [
      { figure: "p99", as: "value", be: "at most", reach: 100, unit: "ms" },
      { figure: "p50", as: "ratio", be: "at most", reach: 5, unit: "ms" },
    ],
    open: (world) => openSides(world, async (side) => summarise(await probe(side, probes))),
  },
  {
    name: "10 fairness",
    title: "one tenant's job while another has 10,000 queued ÷ its idle pickup",
    floorTitle: "graphile-worker's default (first in, first out)",
    promises: [{ figure: "slowdown", as: "value", be: "at most", reach: 20, stretch: 5, unit: "x" }],
    open: (world) => openSides(world, measureFairness),
  },
];

type Side = { queue: Queue; program: Program; picked: Map<string, number> };

async function openSides(world: World, measure: (side: Side) => Promise<Figures>) {
  const sides = {
    floor: { mode: "floor", queue: openFloorQueue(world) },
    subject: { mode: "subject", queue: await openSubjectQueue() },
  };
  const play = async ({ mode, queue }: { mode: string; queue: Queue }) => {
    await clearQueue();
    // Only the side that is measured runs: a worker at rest polls, too.
    const program = await startProgram("jobs-worker", mode, world.appUrl, world.platformUrl, world.ownerUrl);
    const picked = new Map<string, number>();
    program.child.on("message", (message: { picked?: string; at: number }) => {
      if (message.picked) picked.set(message.picked, message.at);
    });
    try {
      const side = { queue, program, picked };
      await probe(side, 3);
      return await measure(side);
    } finally {
      await program.stop();
    }
  };
  return {
    floor: () => play(sides.floor),
    subject: () => play(sides.subject),
    close: async () => void (await Promise.all([sides.floor.queue.close(), sides.subject.queue.close()])),
  };
}

async function measureThroughput({ queue }: Side): Promise<Figures> {
  const begun = await queue.addMany(throughputJobs);
  return { perSecond: (throughputJobs * 1000) / ((await untilEmpty()) - begun) };
}

async function measureFairness(side: Side): Promise<Figures> {
  const idle = quantile(await probe(side, probes), 0.5);
  await side.queue.addMany(backlog);
  const behind = quantile(await probeMeanwhile(side), 0.5);
  await untilEmpty();
  return { slowdown: behind / idle, idle, behind };
}

/** Enqueues jobs of other tenants without waiting for one before the next: all meet the backlog. */
async function probeMeanwhile({ queue, picked }: Side): Promise<number[]> {
  const latencies: Promise<number>[] = [];
  for (let index = 0; index < probesBehindBacklog; index += 1) {
    const id = newId();
    const begun = await queue.addOne(id);
    latencies.push(untilPicked(picked, id).then((at) => at - begun));
    await new Promise((resolve) => setTimeout(resolve, probeEveryMs));
  }
  return Promise.all(latencies);
}

/** Enqueues one job after the other, each when the one before has begun; milliseconds from commit to begin. */
async function probe({ queue, picked }: Side, count: number): Promise<number[]> {
  const latencies: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = newId();
    const begun = await queue.addOne(id);
    latencies.push((await untilPicked(picked, id)) - begun);
  }
  return latencies;
}

async function untilPicked(picked: Map<string, number>, id: string): Promise<number> {
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    const at = picked.get(id);
    if (at !== undefined) return at;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error("A job was never begun.");
}
