import { Agent } from "node:http";
import { seedNumber } from "@/lib/messages/testing";
import { seedTenant } from "@/lib/tenants/testing";
import type { Bar, Contest, Figures, World } from "../harness/bar";
import { callFields, carrierToken, origin, senders, sendSigned, textFields } from "../harness/carrier";
import { openLoop, saturate, summarise } from "../harness/measure";
import { type Program, startProgram } from "../harness/program";

const warmUpSeconds = 4;

/** Bars 1 and 2: a text taken in whole, and a call answered, over the very webhooks that carriers ask. */
export const intakeBars: readonly Bar[] = [
  {
    name: "1",
    title: "inbound SMS webhook, whole, 32 connections, per second",
    floorTitle: "the same signature check and one insert on bare node:http + pg",
    promises: [{ figure: "perSecond", as: "ratio", be: "at least", reach: 0.35, stretch: 0.6, unit: "/s" }],
    open: (world) =>
      openContest(world, async ({ floor, subject, agent, desk }) => ({
        floor: (seconds) =>
          flood(seconds, () => sendSigned(agent, floor.port, "/insert", textFields(desk.number))),
        subject: (seconds) =>
          flood(seconds, () =>
            sendSigned(agent, subject.port, `/api/twilio/${desk.slug}/sms`, textFields(desk.number)),
          ),
      })),
  },
  {
    name: "2",
    title: "voice answer webhook at 200/s, open loop",
    floorTitle: "signed POST without a database on node:http",
    seconds: 6,
    promises: [
      { figure: "p50", as: "ratio", be: "at most", reach: 4, stretch: 3, unit: "ms" },
      { figure: "p99", as: "ratio", be: "at most", reach: 6, unit: "ms" },
    ],
    open: (world) =>
      openContest(world, async ({ floor, subject, agent, desk }) => ({
        floor: (seconds) =>
          pace(seconds, () => sendSigned(agent, floor.port, "/nothing", callFields(desk.number))),
        subject: (seconds) =>
          pace(seconds, () =>
            sendSigned(agent, subject.port, `/api/twilio/${desk.slug}/answer`, callFields(desk.number)),
          ),
      })),
  },
];

type Desk = { slug: string; number: string };
type Stage = { floor: Program; subject: Program; agent: Agent; desk: Desk };

async function openContest(
  world: World,
  make: (stage: Stage) => Promise<Omit<Contest, "close">>,
): Promise<Contest> {
  const tenant = await seedTenant();
  const desk = { slug: tenant.slug, number: (await seedNumber(tenant)).e164 };
  const floor = await startProgram("intake-floor", world.ownerUrl, carrierToken, origin);
  const subject = await startProgram("intake-subject", world.appUrl, world.platformUrl, origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const stage = { floor, subject, agent, desk };
  const contest = await make(stage);
  await introduceAll(stage);
  await contest.floor(1);
  await contest.subject(warmUpSeconds);
  return {
    ...contest,
    close: async () => {
      agent.destroy();
      await Promise.all([floor.stop(), subject.stop()]);
    },
  };
}

const lanes = 8;

/** A first text makes customer and conversation, and waits for the counter of its tenant; the usual one is what is measured. */
async function introduceAll({ agent, subject, desk }: Stage): Promise<void> {
  const introduce = async () => {
    for (let index = 0; index < senders / lanes; index += 1)
      await sendSigned(agent, subject.port, `/api/twilio/${desk.slug}/sms`, textFields(desk.number));
  };
  await Promise.all(Array.from({ length: lanes }, introduce));
}

async function flood(seconds: number, send: () => Promise<unknown>): Promise<Figures> {
  return { perSecond: await saturate({ connections: 32, seconds, send }) };
}

async function pace(seconds: number, send: () => Promise<unknown>): Promise<Figures> {
  return summarise(await openLoop({ perSecond: 200, seconds, send }));
}
