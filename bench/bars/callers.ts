import { withTenantSql } from "@/lib/db";
import { FlowGraph } from "@/lib/flows/schema";
import { playCall } from "@/lib/flows/testing";
import type { Ctx } from "@/lib/kernel/context";
import { assignCallers, leaveQueue } from "@/lib/queues";
import { seedCaller, seedPeople, seedQueue } from "@/lib/queues/testing";
import { seedTenant } from "@/lib/tenants/testing";
import type { Bar, Contest, Figures } from "../harness/bar";
import { quantile } from "../harness/measure";

const callers = 200;
const agents = 30;

/** Callers who wait: how long a decision takes with 200 of them and 30 people, and how many steps a second calls are played through. */
export const callerBars: readonly Bar[] = [
  {
    name: "queue",
    title: "who is rung for whom, 200 callers and 30 people, p95; interpreter, steps per second",
    floorTitle: "a transaction that does nothing",
    seconds: 4,
    promises: [
      { figure: "decision p95", as: "value", be: "at most", reach: 20, unit: "ms" },
      { figure: "steps", as: "value", be: "at least", reach: 10_000, unit: "/s" },
    ],
    open: openLine,
  },
];

async function openLine(): Promise<Contest> {
  const { ctx } = await seedTenant();
  const people = await seedPeople(ctx, agents);
  const queueId = await seedQueue(ctx, "Everybody", { targetIds: people });
  for (let index = 0; index < callers; index += 1) await seedCaller(ctx, queueId);
  return {
    floor: async (seconds) => ({
      ...{ "decision p95": await p95(seconds, () => withTenantSql(ctx, (sql) => sql.one("SELECT 1"))) },
      steps: 0,
    }),
    subject: (seconds) => measure(ctx, queueId, seconds),
    close: async () => {},
  };
}

/** Every decision has the whole line before it: who was taken is followed by somebody new. */
async function measure(ctx: Ctx, queueId: string, seconds: number): Promise<Figures> {
  let taken: string[] = [];
  const decide = async () => {
    taken = (await withTenantSql(ctx, (sql) => assignCallers(sql, ctx))).map(({ callId }) => callId);
  };
  const refill = async () => {
    for (const callId of taken) await withTenantSql(ctx, (sql) => leaveQueue(sql, ctx, callId, "taken"));
    for (const _ of taken) await seedCaller(ctx, queueId);
  };
  return { "decision p95": await p95(seconds / 2, decide, refill), steps: stepsPerSecond(seconds / 2) };
}

async function p95(
  seconds: number,
  deed: () => Promise<unknown>,
  after?: () => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  for (const end = performance.now() + seconds * 1000; performance.now() < end || times.length < 20; ) {
    const begun = performance.now();
    await deed();
    times.push(performance.now() - begun);
    await after?.();
  }
  return quantile(times, 0.95);
}

const stepsOfCall = 21;

function stepsPerSecond(seconds: number): number {
  const says = Array.from({ length: stepsOfCall - 1 }, (_, index) => [
    `s${index}`,
    { kind: "say", text: "Thank you.", next: index === stepsOfCall - 2 ? "end" : `s${index + 1}` },
  ]);
  const steps = { ...Object.fromEntries(says), end: { kind: "hang_up", text: "" } };
  const flow = FlowGraph.parse({ start: "s0", steps });
  let played = 0;
  const begun = performance.now();
  for (; performance.now() < begun + seconds * 1000; played += stepsOfCall) playCall(flow, []);
  return (played / (performance.now() - begun)) * 1000;
}
