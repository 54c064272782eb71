import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { env } from "@/lib/env";
import { newId } from "@/lib/kernel/ids";
import { seedNumber } from "@/lib/messages/testing";
import { seedTenant } from "@/lib/tenants/testing";
import type { Bar, Contest, Figures, World } from "../harness/bar";
import { openLoop, saturate, summarise } from "../harness/measure";
import { type Program, startProgram } from "../harness/program";

const origin = "https://desk.example.com";
const { accountSid = "", authToken = "" } = env.carriers.twilio?.simulatorAccount ?? {};
const senders = 400;
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
        floor: (seconds) => flood(seconds, () => send(agent, floor, "/insert", textFields(desk.number))),
        subject: (seconds) =>
          flood(seconds, () => send(agent, subject, `/api/twilio/${desk.slug}/sms`, textFields(desk.number))),
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
        floor: (seconds) => pace(seconds, () => send(agent, floor, "/nothing", callFields(desk.number))),
        subject: (seconds) =>
          pace(seconds, () =>
            send(agent, subject, `/api/twilio/${desk.slug}/answer`, callFields(desk.number)),
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
  const floor = await startProgram("intake-floor", world.ownerUrl, authToken, origin);
  const subject = await startProgram("intake-subject", world.appUrl, world.platformUrl, origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const contest = await make({ floor, subject, agent, desk });
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

async function flood(seconds: number, send: () => Promise<void>): Promise<Figures> {
  return { perSecond: await saturate({ connections: 32, seconds, send }) };
}

async function pace(seconds: number, send: () => Promise<void>): Promise<Figures> {
  return summarise(await openLoop({ perSecond: 200, seconds, send }));
}

let sender = 0;

function nextSender(): string {
  sender = (sender + 1) % senders;
  return `+1415556${String(sender).padStart(4, "0")}`;
}

function textFields(to: string): Record<string, string> {
  const sid = `SM${newId().replaceAll("-", "")}`;
  return {
    ...{
      MessageSid: sid,
      SmsSid: sid,
      AccountSid: accountSid,
      From: nextSender(),
      To: to,
      Body: "Do you have time on Friday?",
    },
    ...{
      NumMedia: "0",
      NumSegments: "1",
      FromCity: "SEATTLE",
      FromState: "WA",
      FromZip: "98101",
      FromCountry: "US",
      ApiVersion: "2010-04-01",
    },
  };
}

function callFields(to: string): Record<string, string> {
  return {
    ...{ CallSid: `CA${newId().replaceAll("-", "")}`, AccountSid: accountSid, From: nextSender(), To: to },
    ...{ CallStatus: "ringing", Direction: "inbound", ApiVersion: "2010-04-01", FromCountry: "US" },
  };
}

function send(agent: Agent, program: Program, path: string, fields: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(fields).toString();
  const signed = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join("");
  const signature = createHmac("sha1", authToken)
    .update(origin + path + signed)
    .digest("base64");
  const headers = {
    ...{ "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) },
    "x-twilio-signature": signature,
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, headers, path, port: program.port, host: "127.0.0.1", method: "POST" },
      (response) => {
        response.resume();
        response.on("end", () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${response.statusCode}`)),
        );
      },
    );
    sent.on("error", reject).end(body);
  });
}
