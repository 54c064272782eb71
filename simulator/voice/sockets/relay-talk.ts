import type { RelayStep } from "../../instructions";
import { hear, type LiveCall, type RelayTurn, round, speakingSeconds } from "../call";
import { listenToCaller } from "./listen-to-caller";
import type { Socket } from "./open-socket";
import { hungUp, type RelayEnding } from "./relay-ending";
import { hearTurn, type Turn } from "./relay-turn";

/** The longest wait for the product's next words, in real milliseconds. */
const longest = { first: 4_000, afterWords: 15_000, afterKeys: 1_500, afterWelcome: 50 };

/** One conversation: the product speaks in turns, the caller answers each. */
export async function talkByRelay(call: LiveCall, step: RelayStep, socket: Socket): Promise<RelayEnding> {
  let turn = await welcome(call, step, socket);
  for (;;) {
    if (turn.ending) return turn.ending;
    const input = turn.interruption ?? (await listenToCaller(call, socket));
    if (input === "other") {
      turn = await hearTurn(call, step, socket, longest.first, null);
      continue;
    }
    if (input && "changed" in input) return { kind: "changed" };
    if (!input || "hangUp" in input.did) return hungUp();
    turn = await answer(call, step, socket, input.did);
  }
}

/** The greeting in the document, or the product's own first words. */
async function welcome(call: LiveCall, step: RelayStep, socket: Socket): Promise<Turn> {
  if (!step.welcome) return hearTurn(call, step, socket, longest.first, null);
  const sound = { text: step.welcome, language: step.language, seconds: speakingSeconds(step.welcome) };
  const interruption = await hear(call, sound, "prompt");
  if (interruption) return { ending: null, interruption };
  return hearTurn(call, step, socket, longest.afterWelcome, null);
}

async function answer(
  call: LiveCall,
  step: RelayStep,
  socket: Socket,
  did: { say: string } | { press: string },
): Promise<Turn> {
  if ("press" in did) {
    if (step.dtmf) for (const digit of did.press) socket.send({ type: "dtmf", digit });
    return hearTurn(call, step, socket, longest.afterKeys, null);
  }
  if (!call.options.isInteractive) call.seconds += speakingSeconds(did.say);
  const metrics: RelayTurn = {
    at: round(call.seconds),
    prompt: did.say,
    firstTokenMs: null,
    lastTokenMs: null,
    tokens: 0,
  };
  call.report.relayTurns.push(metrics);
  socket.send({
    type: "prompt",
    voicePrompt: did.say,
    lang: call.options.language ?? step.language,
    last: true,
  });
  return hearTurn(call, step, socket, longest.afterWords, metrics);
}
