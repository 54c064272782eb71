import type { Instruction } from "@/lib/carriers";
import type { QueueAround } from "@/lib/queues/schema";
import { queueWords } from "../graph/queue-words";
import type { Around, FlowInput, FlowState, Move, QueueLeft, StepPlayer } from "../graph/schema";
import { fill, say, sayAndHangUp, sayPhrase } from "../graph/speak";
import { ownSteps, type Step } from "../graph/step";

type QueueStep = Extract<Step, { kind: "queue" }>;

// A page that is loaded anew is away for a moment; a queue is empty when nobody came back for a whole round.
const emptyRounds = 2;

/**
 * Waits for somebody: words and music in rounds, until a person is rung, a key leads out, somebody sends the caller
 * elsewhere, nobody is left, or it has taken too long. Each of these ends in a next step; whoever hangs up here was lost in
 * the queue.
 */
export const playQueue: StepPlayer<"queue"> = (step, state, input, around, isEntering) => {
  const queue = around.queues?.[step.queueId];
  if (!queue) return { go: step.next ?? ownSteps.receptionist, state };
  if (isEntering) return enter(step, queue, state, around);
  if (state.phase === "dialing" && input.kind === "dialed")
    return input.isBridged ? taken(state) : waitOn(step, queue, state, around);
  const key = chosenKey(queue, input);
  if (key) return leave(key.to, "key", state);
  if (queue.wish) return sendTo(queue.wish, queue, state, around);
  if (queue.rings.length > 0) return ring(queue, state, around);
  return waitOn(step, queue, state, around);
};

function enter(step: QueueStep, queue: QueueAround, state: FlowState, around: Around): Move {
  const waiting: FlowState = {
    ...{ ...state, phase: "queueing", ringing: [], missed: "abandoned_in_queue" },
    queue: { rounds: 0, empty: 0 },
  };
  if (!queue.isStaffed && !queue.waitsForNobody)
    return giveUp(step, queue, waiting, around, "nobody_available");
  return wait(queue, waiting, around);
}

function waitOn(step: QueueStep, queue: QueueAround, state: FlowState, around: Around): Move {
  const { rounds, empty } = state.queue ?? { rounds: 0, empty: 0 };
  const waiting: FlowState = {
    ...{ ...state, phase: "queueing" },
    queue: { rounds, empty: queue.isStaffed ? 0 : empty + 1 },
  };
  if (queue.waitedSeconds >= queue.longestSeconds)
    return giveUp(step, queue, waiting, around, "nobody_answered");
  if (!queue.waitsForNobody && (waiting.queue?.empty ?? 0) >= emptyRounds)
    return giveUp(step, queue, waiting, around, "nobody_available");
  return wait(queue, waiting, around);
}

/** One round: words, then music until the next. Any key of the queue is heard meanwhile. */
function wait(queue: QueueAround, state: FlowState, around: Around): Move {
  const rounds = state.queue?.rounds ?? 0;
  const words = [...wordsOf(queue, state, rounds), ...messageOf(queue, rounds)].join(" ");
  return {
    state: { ...state, queue: { rounds: rounds + 1, empty: state.queue?.empty ?? 0 } },
    output: {
      do: "instruct",
      instructions: [
        {
          ...{ kind: "gather", url: around.links.input, input: ["keys"], language: state.language },
          prompt: [
            ...(words ? [say(fill(words, state), state, around)] : []),
            { kind: "play", url: queue.musicUrl },
          ],
          ...{ timeoutSeconds: 1, maxDigits: 1, finishKey: "", reportSilence: true },
        },
      ],
    },
  };
}

function wordsOf(queue: QueueAround, { language }: FlowState, rounds: number): string[] {
  const words = queueWords(language);
  const place = queue.position <= 1 ? words.next : words.position(queue.position);
  return [
    ...(rounds === 0 && queue.welcome ? [queue.welcome] : []),
    ...(rounds > 0 ? [words.thanks] : []),
    ...(queue.saysPosition ? [place] : []),
    ...(queue.saysWait && queue.estimateSeconds !== null ? [lengthOf(queue.estimateSeconds, language)] : []),
    ...(rounds % 2 === 0 ? queue.keys.map(({ key, to }) => words.press[to](key)) : []),
  ];
}

function lengthOf(seconds: number, language: string): string {
  const minutes = Math.ceil(seconds / 60);
  const words = queueWords(language);
  return minutes < 2 ? words.soon : words.minutes(minutes);
}

/** The business's own messages come in turn, from the second round on. */
function messageOf({ messages }: QueueAround, rounds: number): string[] {
  const message = rounds === 0 ? undefined : messages[(rounds - 1) % Math.max(1, messages.length)];
  return message ? [message] : [];
}

function ring(queue: QueueAround, state: FlowState, { links, callerId, callId = "" }: Around): Move {
  const targets = queue.rings.flatMap(({ identity, e164 }) => [
    ...(identity
      ? [{ kind: "client" as const, identity, statusUrl: links.leg, parameters: { call: callId } }]
      : []),
    ...(e164 ? [{ kind: "number" as const, e164 }] : []),
  ]);
  return {
    state: { ...state, phase: "dialing" },
    output: {
      do: "instruct",
      instructions: [{ kind: "dial", targets, url: links.dialed, callerId, ringSeconds: queue.ringSeconds }],
    },
  };
}

function taken(state: FlowState): Move {
  return end({ ...left(state, "taken"), outcome: "transferred", missed: null }, [{ kind: "hang_up" }]);
}

function chosenKey({ keys }: QueueAround, input: FlowInput): QueueAround["keys"][number] | undefined {
  return input.kind === "heard" ? keys.find(({ key }) => key === input.digits[0]) : undefined;
}

function sendTo(
  to: NonNullable<QueueAround["wish"]>,
  queue: QueueAround,
  state: FlowState,
  around: Around,
): Move {
  if (to !== "hang_up") return leave(to, "moved", state);
  return end(left(state, "moved"), lastWords(queue, state, around));
}

/** Nobody took the caller: the step says what follows, or the queue does. */
function giveUp(
  step: QueueStep,
  queue: QueueAround,
  state: FlowState,
  around: Around,
  missed: "nobody_available" | "nobody_answered",
): Move {
  const words = queueWords(state.language);
  const sorry = say(missed === "nobody_available" ? words.nobody : words.tooLong, state, around);
  const gone: FlowState = { ...left(state, "too_long"), missed };
  if (step.next !== null) return { go: step.next, state: gone, prompts: [sorry] };
  if (queue.whenTooLong === "hang_up") return end(gone, [sorry, ...lastWords(queue, gone, around)]);
  const to = queue.whenTooLong === "voicemail" ? ownSteps.voicemail : ownSteps.receptionist;
  return { go: to, state: gone, prompts: [sorry] };
}

function lastWords({ lastWords: words }: QueueAround, state: FlowState, around: Around): Instruction[] {
  return sayAndHangUp(words ? say(fill(words, state), state, around) : sayPhrase("goodbye", state, around));
}

function leave(to: "voicemail" | "receptionist", how: QueueLeft, state: FlowState): Move {
  // With a person or the assistant the caller is served; who hangs up before is judged by what they do there.
  const missed = to === "receptionist" ? null : (state.missed ?? null);
  return { go: ownSteps[to], state: { ...left(state, how), missed } };
}

function left(state: FlowState, how: QueueLeft): FlowState {
  return { ...state, queue: { rounds: state.queue?.rounds ?? 0, empty: 0, left: how } };
}

function end(state: FlowState, instructions: Instruction[]): Move {
  return {
    state: { ...state, phase: "over", outcome: state.outcome ?? "answered" },
    output: { do: "instruct", instructions },
  };
}
