import { setTimeout as sleep } from "node:timers/promises";
import { getCall, listCalls } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import type { Bar, Contest, Figures, World } from "../harness/bar";
import { accountOfCarrier, callFields, sendSigned } from "../harness/carrier";
import { openLoop, sharedNow, summarise } from "../harness/measure";
import { openVoiceStage, placeCall, type VoiceStage } from "../harness/voice-stage";

const quick = { delayMs: 0, gapMs: 5, words: 8 };
const stalled = { delayMs: 10_000, gapMs: 5, words: 8 };
const callers = 20;
const turnsPerSecond = 10;
const stalledCallers = 6;
const endedCalls = 10;

/** What the calls' issue promises beside the bars: turns of carriers without a socket, and the summary. */
export const turnBars: readonly Bar[] = [
  {
    name: "gather share",
    title:
      "our own share of a gather turn (webhook in to model request out, last word to XML out), 10 turns/s",
    floorTitle: "bare node:http that asks the model",
    promises: [{ figure: "p95", as: "value", be: "at most", reach: 25, unit: "ms" }],
    open: openShare,
  },
  {
    name: "gather stalled",
    title: "slowest answer of turns while the model is stalled for 10 s",
    floorTitle: "a model that answers at once",
    rounds: 2,
    promises: [{ figure: "max", as: "value", be: "at most", reach: 2_800, unit: "ms" }],
    open: openStalled,
  },
  {
    name: "summary",
    title: "carrier says that the call ended to summary visible",
    floorTitle: "the answer to the carrier",
    rounds: 3,
    promises: [{ figure: "max", as: "value", be: "at most", reach: 5_000, unit: "ms" }],
    open: openSummaries,
  },
];

async function openShare(world: World): Promise<Contest> {
  const stage = await openVoiceStage(world, "gather");
  stage.pace(quick);
  const calls = await Promise.all(Array.from({ length: callers }, () => beginCall(stage)));
  const run = async (seconds: number, speak: (place: number, text: string) => Promise<unknown>) => {
    const shares: Promise<number>[] = [];
    const free: Promise<unknown>[] = calls.map(() => Promise.resolve());
    await openLoop({
      ...{ perSecond: turnsPerSecond, seconds },
      send: async (index) => {
        const place = index % callers;
        const { text, told } = stage.nextQuestion();
        const spoken = free[place]?.then(async () => {
          const sent = sharedNow();
          await speak(place, text);
          const answered = sharedNow();
          shares.push(told.then(({ asked, last = Number.NaN }) => asked - sent + answered - last));
        });
        free[place] = spoken ?? Promise.resolve();
        await spoken;
      },
    });
    return summarise(await Promise.all(shares));
  };
  const { agent, floor } = stage;
  return {
    floor: (seconds) =>
      run(seconds, (_place, text) =>
        sendSigned(agent, floor.port, "/turn", { ...callFields(stage.desk.number), SpeechResult: text }),
      ),
    subject: (seconds) => run(seconds, async (place, text) => calls[place]?.say(text)),
    close: stage.close,
  };
}

async function openStalled(world: World): Promise<Contest> {
  const stage = await openVoiceStage(world, "gather");
  const run = async (): Promise<Figures> => {
    const slowest = await Promise.all(
      Array.from({ length: stalledCallers }, async () => {
        const call = await beginCall(stage);
        return call.say(stage.nextQuestion().text);
      }),
    );
    return summarise(slowest);
  };
  const at = (pace: typeof quick) => () => {
    stage.pace(pace);
    return run();
  };
  return { floor: at(quick), subject: at(stalled), close: stage.close };
}

async function openSummaries(world: World): Promise<Contest> {
  const stage = await openVoiceStage(world, "gather", true);
  stage.pace(quick);
  const endCalls = async () => {
    const { ctx, slug } = stage.desk;
    return Promise.all(
      Array.from({ length: endedCalls }, async () => {
        const call = await beginCall(stage);
        await call.say(stage.nextQuestion().text);
        const begun = performance.now();
        const fields = { ...call.fields, CallStatus: "completed", CallDuration: "20" };
        await sendSigned(stage.agent, stage.subject.port, `/api/twilio/${slug}/status`, fields);
        const answered = performance.now() - begun;
        await untilSummary(ctx, call.fields.CallSid);
        return { answered, visible: performance.now() - begun };
      }),
    );
  };
  return {
    floor: async () => summarise((await endCalls()).map(({ answered }) => answered)),
    subject: async () => summarise((await endCalls()).map(({ visible }) => visible)),
    close: stage.close,
  };
}

async function untilSummary(ctx: VoiceStage["desk"]["ctx"], carrierCallId: string): Promise<void> {
  for (const end = performance.now() + 30_000; performance.now() < end; await sleep(20)) {
    const [row] = (await listCalls(ctx, CallFilter.parse({ carrierCallId }))).data;
    if (row && (await getCall(ctx, row.id)).summary) return;
  }
  throw new Error(`The call ${carrierCallId} got no summary.`);
}

/** A call whose turns follow the links of the instructions. */
type GatherCall = {
  fields: { CallSid: string; AccountSid: string };
  /** Says something and follows redirects until the business has answered; milliseconds of the slowest request. */
  say(text: string): Promise<number>;
};

const mostRedirects = 8;

async function beginCall(stage: VoiceStage): Promise<GatherCall> {
  const { callSid, xml } = await placeCall(stage);
  const fields = { CallSid: callSid, AccountSid: accountOfCarrier };
  let next = linkOf(xml, /<Gather[^>]* action="([^"]+)"/);
  return {
    fields,
    say: async (text) => {
      let slowest = 0;
      let said: Record<string, string> = { SpeechResult: text, Confidence: "0.9" };
      for (let step = 0; step < mostRedirects; step += 1) {
        const begun = performance.now();
        const answer = await sendSigned(stage.agent, stage.subject.port, next, { ...fields, ...said });
        slowest = Math.max(slowest, performance.now() - begun);
        const redirect = /<Gather/.test(answer) ? null : /<Redirect[^>]*>([^<]+)</.exec(answer)?.[1];
        next = redirect ? pathOf(redirect) : linkOf(answer, /<Gather[^>]* action="([^"]+)"/);
        if (!redirect) return slowest;
        said = {};
      }
      throw new Error("The business never answered.");
    },
  };
}

function linkOf(xml: string, pattern: RegExp): string {
  const link = pattern.exec(xml)?.[1];
  if (!link) throw new Error(`No way on from ${xml}`);
  return pathOf(link);
}

function pathOf(link: string): string {
  const { pathname, search } = new URL(link.replaceAll("&amp;", "&"));
  return pathname + search;
}
