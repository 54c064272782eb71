import { Agent } from "node:http";
import { unsafePlatformSql } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import type { Bar, Figures } from "../harness/bar";
import { openLoop, saturate, summarise } from "../harness/measure";
import { post } from "../harness/post";
import { ask, type Program, startProgram } from "../harness/program";
import { openScreens } from "../harness/screens";

const idleStreams = 2_000;
const tenantsOfIdle = 400;
const openStreams = 5;
const memoryStreams = 10_000;

/** Bars 8 and 9: how live the screens are, what that costs the intake, what an idle stream weighs. */
export const streamBars: readonly Bar[] = [
  {
    name: "8",
    title: "commit of a message to bytes at 5 open screens, 200/s, 2,000 idle streams",
    floorTitle: "bare NOTIFY-to-SSE relay",
    promises: [
      { figure: "p50", as: "ratio", be: "at most", reach: 3, stretch: 1.5, unit: "ms" },
      { figure: "p99", as: "ratio", be: "at most", reach: 5, unit: "ms" },
    ],
    open: async (world) => {
      const tenants = await makeTenants(tenantsOfIdle + 1);
      const floor = await openSide(await startProgram("stream-floor", world.platformUrl), tenants);
      const subject = await openSide(
        await startProgram("stream-subject", world.appUrl, world.platformUrl),
        tenants,
      );
      return {
        floor: (seconds) => floor.measure(seconds),
        subject: (seconds) => subject.measure(seconds),
        close: async () => void (await Promise.all([floor.close(), subject.close()])),
      };
    },
  },
  {
    name: "8 intake",
    title: "commits per second with 2,000 idle and 5 open streams",
    floorTitle: "itself without a live stream",
    promises: [{ figure: "perSecond", as: "ratio", be: "at least", reach: 0.85, unit: "/s" }],
    open: async (world) => {
      const tenants = await makeTenants(tenantsOfIdle + 1);
      const floor = await startProgram("stream-subject", world.appUrl, world.platformUrl, "deaf");
      const subject = await openSide(
        await startProgram("stream-subject", world.appUrl, world.platformUrl),
        tenants,
      );
      return {
        floor: (seconds) => takeIn(floor.port, tenants, seconds),
        subject: (seconds) => takeIn(subject.port, tenants, seconds),
        close: async () => void (await Promise.all([floor.stop(), subject.close()])),
      };
    },
  },
  {
    name: "9",
    title: "memory per idle stream, 10,000 of them",
    floorTitle: "bare node:http SSE",
    promises: [{ figure: "kilobytes", as: "ratio", be: "at most", reach: 2, stretch: 1.3, unit: "kB" }],
    rounds: 3,
    open: async (world) => {
      const tenants = await makeTenants(tenantsOfIdle);
      return {
        floor: () => weigh(() => startProgram("stream-floor", world.platformUrl), tenants),
        subject: () => weigh(() => startProgram("stream-subject", world.appUrl, world.platformUrl), tenants),
        close: async () => {},
      };
    },
  },
];

async function makeTenants(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newId);
  await unsafePlatformSql("the bench makes tenants", (sql) =>
    sql.run(
      "INSERT INTO tenants (id, slug, name) SELECT id, id::text, 'Bench' FROM unnest($1::uuid[]) AS t (id)",
      [ids],
    ),
  );
  return ids;
}

/** A running side with its idle streams and its open screens. */
async function openSide(program: Program, [busy = "", ...others]: string[]) {
  const arrivals = new Map<string, number[]>();
  const idle = await openScreens(program.port, pathsOf(others, idleStreams));
  const open = await openScreens(program.port, pathsOf([busy], openStreams), (id, at) => {
    arrivals.set(id, [...(arrivals.get(id) ?? []), at]);
  });
  return {
    port: program.port,
    measure: (seconds: number) => measureLiveness(program.port, busy, arrivals, seconds),
    close: async () => {
      await Promise.all([idle.close(), open.close()]);
      await program.stop();
    },
  };
}

async function measureLiveness(
  port: number,
  tenant: string,
  arrivals: Map<string, number[]>,
  seconds: number,
): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const commits = new Map<string, number>();
  await openLoop({
    ...{ perSecond: 200, seconds },
    send: async () => {
      const id = newId();
      commits.set(id, Number(await post(agent, port, `/commit/${tenant}/${id}`)));
    },
  });
  await waitFor(() => [...commits.keys()].every((id) => arrivals.get(id)?.length === openStreams));
  agent.destroy();
  const latencies = [...commits].flatMap(([id, begun]) => (arrivals.get(id) ?? []).map((at) => at - begun));
  arrivals.clear();
  return summarise(latencies);
}

async function takeIn(port: number, [busy = ""]: string[], seconds: number): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const perSecond = await saturate({
    ...{ connections: 32, seconds },
    send: (index) => post(agent, port, `/commit/${busy}/${index}`),
  });
  agent.destroy();
  return { perSecond };
}

async function weigh(start: () => Promise<Program>, tenants: string[]): Promise<Figures> {
  const program = await start();
  const warm = await openScreens(program.port, pathsOf(tenants, 200));
  await warm.close();
  const before = await ask<{ bytes: number }>(program, { ask: "memory" });
  const screens = await openScreens(program.port, pathsOf(tenants, memoryStreams));
  const after = await ask<{ bytes: number }>(program, { ask: "memory" });
  await program.stop();
  await screens.close();
  return { kilobytes: (after.bytes - before.bytes) / memoryStreams / 1000 };
}

function pathsOf(tenants: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) => `/stream/${tenants[index % tenants.length]}`);
}

/** Waits for what must come, at most five seconds. */
async function waitFor(condition: () => boolean): Promise<void> {
  for (const end = performance.now() + 5_000; !condition(); ) {
    if (performance.now() > end) throw new Error("Events were lost on the way to the screens.");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
