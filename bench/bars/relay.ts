import { setTimeout as sleep } from "node:timers/promises";
import type { Bar, Contest, Figures, World } from "../harness/bar";
import { openLoop, summarise } from "../harness/measure";
import { ask } from "../harness/program";
import type { RelayLine } from "../harness/relay-line";
import { type ModelTold, openLines, openVoiceStage, type VoiceStage } from "../harness/voice-stage";

const quick = { delayMs: 0, gapMs: 5, words: 8 };
const talkative = { delayMs: 0, gapMs: 20, words: 40 };

/** Bars 3 to 5: what we add to a conversation over a relay socket. The model is a program of the bench. */
export const relayBars: readonly Bar[] = [
  {
    name: "3",
    seconds: 4,
    title: "first token: model's first byte to frame on the relay socket, 50 calls, 25 turns/s",
    floorTitle: "raw bridge",
    promises: [
      { figure: "p50", as: "ratio", be: "at most", reach: 3, stretch: 1.5, unit: "ms" },
      { figure: "p99", as: "ratio", be: "at most", reach: 5, unit: "ms" },
    ],
    open: (world) =>
      openTalk(world, { calls: 50, turnsPerSecond: 25 }, ({ told, firstFrame }) => firstFrame - told.first),
  },
  {
    name: "3 crowd",
    seconds: 4,
    title: "first token with 200 calls in one process, 50 turns/s",
    floorTitle: "raw bridge",
    promises: [{ figure: "p95", as: "value", be: "at most", reach: 20, unit: "ms" }],
    open: (world) =>
      openTalk(world, { calls: 200, turnsPerSecond: 50 }, ({ told, firstFrame }) => firstFrame - told.first),
  },
  {
    name: "4",
    seconds: 4,
    title:
      "turn preparation: prompt in to model request out, with facts, history and tools, 50 calls, 25 turns/s",
    floorTitle: "raw bridge",
    promises: [
      { figure: "p50", as: "ratio", be: "at most", reach: 3, stretch: 1.5, unit: "ms" },
      { figure: "statements", as: "value", be: "at most", reach: 0, unit: "on the path" },
    ],
    open: (world) =>
      openTalk(world, { calls: 50, turnsPerSecond: 25 }, ({ told, sent }) => told.asked - sent),
  },
  {
    name: "5",
    title: "barge-in: interrupt to model aborted; frames after that",
    floorTitle: "WebSocket echo",
    promises: [
      { figure: "p99", as: "value", be: "at most", reach: 5, stretch: 2, unit: "ms" },
      { figure: "late", as: "value", be: "at most", reach: 0, unit: "frames" },
    ],
    open: openInterruptions,
  },
];

type Heard = { sent: number; firstFrame: number; told: ModelTold };

type Crowd = { calls: number; turnsPerSecond: number };

async function openTalk(
  world: World,
  { calls, turnsPerSecond }: Crowd,
  judge: (heard: Heard) => number,
): Promise<Contest> {
  const stage = await openVoiceStage(world, "relay");
  stage.pace(quick);
  const lines = {
    floor: await openLines(stage, "floor", calls),
    subject: await openLines(stage, "subject", calls),
  };
  const run = async (side: "floor" | "subject", seconds: number): Promise<Figures> => {
    const statements = side === "subject" ? await countStatements(stage, lines.subject[0]) : 0;
    const heard = await converse(stage, lines[side], { turnsPerSecond, seconds });
    return { ...summarise(heard.map(judge)), statements };
  };
  await run("subject", 2);
  return {
    floor: (seconds) => run("floor", seconds),
    subject: (seconds) => run("subject", seconds),
    close: () => {
      for (const line of [...lines.floor, ...lines.subject]) line.close();
      return stage.close();
    },
  };
}

/** Questions at fixed moments. */
async function converse(stage: VoiceStage, lines: RelayLine[], pace: TalkPace): Promise<Heard[]> {
  const heard: Promise<Heard>[] = [];
  await inTurn(lines, pace, async (place) => {
    const { text, told } = stage.nextQuestion();
    const said = lines[place]?.say(text);
    await said?.turn.ended;
    const { sent = Number.NaN, firstFrame = Number.NaN } = said?.turn ?? {};
    heard.push(told.then((known) => ({ sent, firstFrame, told: known })));
  });
  return Promise.all(heard);
}

type TalkPace = { turnsPerSecond: number; seconds: number };

/** Something at fixed moments, each time on the next line; a line that is still busy is left in peace until it is not. */
async function inTurn(
  lines: readonly RelayLine[],
  { turnsPerSecond, seconds }: TalkPace,
  work: (place: number) => Promise<unknown>,
): Promise<void> {
  const free: Promise<unknown>[] = lines.map(() => Promise.resolve());
  await openLoop({
    ...{ perSecond: turnsPerSecond, seconds },
    send: async (index) => {
      const place = index % lines.length;
      const done = free[place]?.then(() => work(place));
      free[place] = done ?? Promise.resolve();
      await done;
    },
  });
}

/** How many statements go to the database between a prompt and the model, on a line that is otherwise still. */
async function countStatements({ subject, nextQuestion }: VoiceStage, line?: RelayLine): Promise<number> {
  await sleep(200);
  const before = await ask<{ queries: number }>(subject, { ask: "queries" });
  await line?.say(nextQuestion().text).turn.ended;
  const after = await ask<{ queriesWhenAsked: number }>(subject, { ask: "queries" });
  return after.queriesWhenAsked - before.queries;
}

const interruptedLines = 20;
const speakOverAfterMs = 60;

async function openInterruptions(world: World): Promise<Contest> {
  const stage = await openVoiceStage(world, "relay");
  stage.pace(talkative);
  const echoing = await openLines(stage, "floor", interruptedLines);
  const lines = await openLines(stage, "subject", interruptedLines);
  return {
    floor: async (seconds) => {
      const latencies: number[] = [];
      const send = async (place: number) => latencies.push((await echoing[place]?.echo()) ?? 0);
      await inTurn(echoing, { turnsPerSecond: 50, seconds }, send);
      return { ...summarise(latencies), late: 0 };
    },
    subject: async (seconds) => {
      const results: Interrupted[] = [];
      await inTurn(lines, { turnsPerSecond: 50, seconds }, async (place) =>
        results.push(await speakOver(stage, lines[place])),
      );
      const late = results.reduce((sum, one) => sum + one.late, 0);
      return { ...summarise(results.map((one) => one.milliseconds)), late };
    },
    close: () => {
      for (const line of [...echoing, ...lines]) line.close();
      return stage.close();
    },
  };
}

type Interrupted = { milliseconds: number; late: number };

// A frame that was on its way when the model fell silent is read a moment later.
const onItsWayMs = 10;

async function speakOver(stage: VoiceStage, line?: RelayLine): Promise<Interrupted> {
  const { text, told } = stage.nextQuestion();
  const said = line?.say(text);
  if (!line || !said) return { milliseconds: Number.NaN, late: 0 };
  await said.begun;
  await sleep(speakOverAfterMs);
  const interrupted = line.interrupt();
  const { aborted = Number.NaN } = await told;
  await sleep(speakOverAfterMs);
  const late = said.turn.frames.filter((at) => at > aborted + onItsWayMs).length;
  return { milliseconds: aborted - interrupted, late };
}
