import type { Instruction } from "@/lib/carriers";
import type { Around, FlowInput, FlowOutput, FlowState, Move, Played, StepPlayer } from "../graph/schema";
import { sayPhrase } from "../graph/speak";
import { type FlowGraph, type Step, type StepKind, stepOf } from "../graph/step";
import { playCollect, playMenu } from "./ask";
import { playCondition, playHours } from "./branch";
import { playMachine } from "./machine";
import { playPay } from "./pay";
import { playQueue } from "./queue";
import { playReceptionist } from "./receptionist";
import { playRing, playTransfer } from "./ring";
import { playHangUp, playPlay, playSay, playText, playUnlinked, playVoicemail } from "./simple";

const players: { [Kind in StepKind]: StepPlayer<Kind> } = {
  receptionist: playReceptionist,
  say: playSay,
  play: playPlay,
  menu: playMenu,
  collect: playCollect,
  hours: playHours,
  condition: playCondition,
  ring: playRing,
  queue: playQueue,
  transfer: playTransfer,
  voicemail: playVoicemail,
  pay: playPay,
  text: playText,
  flow: playUnlinked,
  hang_up: playHangUp,
};

// A flow that goes in circles without asking anything ends here instead of in a carrier's error, and a caller who goes
// round and round through menus for hundreds of steps is not one.
const mostHops = 30;
const mostHopsOfCall = 400;

/** Where a call begins. */
export function beginFlow(flow: FlowGraph, language: string): FlowState {
  return {
    ...{
      step: flow.start,
      phase: "new",
      turns: 0,
      toolCalls: 0,
      silences: 0,
      fillers: 0,
      hops: 0,
      asked: "",
    },
    ...{
      language,
      dialog: {},
      ringing: [],
      passedOver: [],
      brief: "",
      consent: "unasked",
      hasGreeted: false,
      outcome: null,
    },
    ...{ tries: 0, values: {}, missed: null },
  };
}

/**
 * The pure interpreter: from where a call stands and what just happened to where it stands now and what it is told.
 * Never throws and never answers with silence: a step that is missing or a flow that circles ends with words.
 */
export function interpret(flow: FlowGraph, state: FlowState, input: FlowInput, around: Around): Played {
  if (input.kind === "machine") return { ...playMachine(state, around), texts: [], path: [] };
  const prompts: Instruction[] = [];
  const texts: string[] = [];
  const path: string[] = [];
  let current: FlowState = { ...state, passedOver: [] };
  let isEntering = state.phase === "new";
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const step = stepOf(flow, current.step);
    const isLost = !step || hop === mostHops || current.hops > mostHopsOfCall;
    if (isLost) return { ...apologise(current, around, prompts), texts, path };
    if (isEntering) path.push(current.step);
    const move = play(step, current, input, around, isEntering);
    if ("output" in move)
      return { state: move.state, output: withPrompts(prompts, move.output), texts, path };
    prompts.push(...(move.prompts ?? []));
    if (move.text) texts.push(move.text);
    if (move.go === null) return { ...sayGoodbye(move.state, around, prompts), texts, path };
    current = { ...move.state, step: move.go, phase: "new", tries: 0, hops: move.state.hops + 1 };
    isEntering = true;
  }
  return { ...apologise(current, around, prompts), texts, path };
}

function play(step: Step, state: FlowState, input: FlowInput, around: Around, isEntering: boolean): Move {
  const player = players[step.kind] as StepPlayer<StepKind>;
  return player(step, state, input, around, isEntering);
}

function withPrompts(prompts: Instruction[], output: FlowOutput): FlowOutput {
  if (output.do === "ask" || prompts.length === 0) return output;
  return { do: "instruct", instructions: [...prompts, ...output.instructions] };
}

function sayGoodbye(
  state: FlowState,
  around: Around,
  prompts: Instruction[],
): { state: FlowState; output: FlowOutput } {
  const words = prompts.length > 0 ? prompts : [sayPhrase("goodbye", state, around)];
  return end({ ...state, outcome: state.outcome ?? "answered" }, words);
}

function apologise(
  state: FlowState,
  around: Around,
  prompts: Instruction[],
): { state: FlowState; output: FlowOutput } {
  return end({ ...state, outcome: "technical" }, [...prompts, sayPhrase("technical", state, around)]);
}

function end(state: FlowState, words: Instruction[]): { state: FlowState; output: FlowOutput } {
  return {
    state: { ...state, phase: "over" },
    output: { do: "instruct", instructions: [...words, { kind: "hang_up" }] },
  };
}
