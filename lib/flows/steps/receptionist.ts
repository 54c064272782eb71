import type { Instruction } from "@/lib/carriers";
import { lastQuestion } from "@/lib/language";
import type { TurnOutcome } from "@/lib/receptionist/schema";
import { askAgain, readYesNo } from "../graph/phrases";
import type { Around, FlowInput, FlowOutcome, FlowState, Move, StepPlayer } from "../graph/schema";
import { listen, say, sayAndHangUp, sayPhrase } from "../graph/speak";
import { ringNext } from "./ring-next";

const mostSilences = 3;
const mostFillers = 4;

type Heard = { text: string; digits: string };

/**
 * The AI receptionist. It greets, listens, asks the model for each turn and does what the model decided. Every branch
 * ends in audible instructions or in asking; silence, slowness and loops are bounded.
 */
export const playReceptionist: StepPlayer<"receptionist"> = (_step, state, input, around, isEntering) => {
  if (isEntering) return enter(state, around);
  switch (input.kind) {
    case "heard":
      return state.phase === "consent" ? decideConsent(state, input, around) : hear(state, input, around);
    case "replied":
      return reply(state, input.outcome, around);
    case "slow":
      return wait(state, around);
    case "dialed":
      return afterDial(state, input.isBridged, around);
    case "recorded":
      return over(state, "voicemail", sayAndHangUp(sayPhrase("thanksMessage", state, around)));
    case "session_ended":
      return afterSession(state, input, around);
    case "answered":
    case "machine": // taken care of before any step
    case "paid": // belongs to another step
      return enter(state, around);
  }
};

function enter(state: FlowState, around: Around): Move {
  if (around.recording === "ask" && state.consent === "unasked") {
    return instruct({ ...state, phase: "consent" }, [
      listen([sayPhrase("recordingQuestion", state, around)], state, around),
    ]);
  }
  const isAnnounced = around.recording === "announce" && state.consent === "unasked";
  const opened = { ...state, consent: isAnnounced ? ("announced" as const) : state.consent };
  return greet(opened, around, isAnnounced ? [sayPhrase("recordingNotice", state, around)] : []);
}

/** A clear yes, spoken or the key 1, and nothing else: a call that might not be recorded is not. */
function decideConsent(state: FlowState, { text, digits }: Heard, around: Around): Move {
  const isGiven = digits ? digits === "1" : readYesNo(text) === true;
  const decided = { ...state, consent: isGiven ? ("given" as const) : ("refused" as const) };
  return greet(decided, around, isGiven ? [] : [sayPhrase("recordingOff", state, around)]);
}

function greet(state: FlowState, around: Around, before: Instruction[]): Move {
  const isRecorded = state.consent === "announced" || state.consent === "given";
  const start: Instruction[] = isRecorded
    ? [...before, { kind: "start_recording", statusUrl: around.links.recording }]
    : before;
  const greeted = { ...state, hasGreeted: true };
  const words = state.hasGreeted
    ? sayPhrase("notAvailable", state, around)
    : say(around.greeting, state, around);
  if (around.talk === "gather")
    return instruct({ ...greeted, phase: "listening" }, [...start, listen([words], state, around)]);
  return instruct({ ...greeted, phase: "session" }, [...start, connect(words.text, state, around)]);
}

function connect(greeting: string, state: FlowState, around: Around): Instruction {
  const { socket, session } = around.links;
  if (around.talk === "stream") return { kind: "connect_stream", socketUrl: socket, url: session };
  return {
    kind: "connect_relay",
    socketUrl: socket,
    url: session,
    greeting,
    language: state.language,
    ...(around.voice ? { voice: around.voice } : {}),
    interruptible: "any",
  };
}

function hear(state: FlowState, { text, digits }: Heard, around: Around): Move {
  const said = text.trim() || (digits ? `(pressed ${digits})` : "");
  if (isBeyondLimits(state, around))
    return over(state, "limit", sayAndHangUp(sayPhrase("limit", state, around)));
  if (said === "") return beSilent(state, around);
  const thinking = { ...state, phase: "thinking" as const, silences: 0, fillers: 0, turns: state.turns + 1 };
  return { state: thinking, output: { do: "ask", said } };
}

function isBeyondLimits(state: FlowState, around: Around): boolean {
  return state.turns >= around.limits.turns || around.elapsedSeconds >= around.limits.minutes * 60;
}

function beSilent(state: FlowState, around: Around): Move {
  const silences = state.silences + 1;
  if (silences >= mostSilences) {
    return over({ ...state, silences }, "silence", sayAndHangUp(sayPhrase("goodbyeSilence", state, around)));
  }
  const lead = silences === 1 ? "didNotCatch" : "stillThere";
  const words = say(askAgain(lead, state.asked, state.language), state, around);
  return instruct({ ...state, phase: "listening", silences }, [listen([words], state, around)]);
}

function reply(state: FlowState, outcome: TurnOutcome, around: Around): Move {
  const replied: FlowState = {
    ...state,
    dialog: outcome.dialog,
    toolCalls: state.toolCalls + outcome.tools.length,
    language: outcome.language ?? state.language,
    asked: lastQuestion(outcome.text),
  };
  const words = say(outcome.text, replied, around);
  switch (outcome.next.do) {
    case "listen":
      return instruct({ ...replied, phase: "listening" }, [listen([words], replied, around)]);
    case "hang_up":
      return over(replied, "answered", sayAndHangUp(words));
    case "voicemail":
      return instruct({ ...replied, phase: "recording" }, [words, recordMessage(around)]);
    case "transfer":
      return ringNext(
        { ...replied, ringing: [outcome.next.targetId], brief: outcome.next.brief },
        around,
        [words],
        unreachable,
      );
  }
}

/** Nobody can be rung: the receptionist goes on itself, with what it knows of the call. */
function unreachable(state: FlowState, around: Around, before: Instruction[]): Move {
  const words = sayPhrase("notAvailable", state, around);
  return instruct({ ...state, phase: "listening", asked: lastQuestion(words.text) }, [
    ...before,
    listen([words], state, around),
  ]);
}

function recordMessage(around: Around): Instruction {
  return {
    kind: "record",
    url: around.links.recorded,
    statusUrl: around.links.voicemail,
    maxSeconds: 120,
    silenceSeconds: 4,
    beep: true,
  };
}

function wait(state: FlowState, around: Around): Move {
  const fillers = state.fillers + 1;
  const words = sayPhrase(fillers === 1 ? "oneMoment" : "stillWorking", state, around);
  if (fillers > mostFillers) return unreachable({ ...state, fillers: 0 }, around, []);
  return instruct({ ...state, fillers }, [words, { kind: "redirect", url: around.links.wait }]);
}

function afterDial(state: FlowState, isBridged: boolean, around: Around): Move {
  if (isBridged) return over(state, "transferred", [{ kind: "hang_up" }]);
  return ringNext(state, around, [], unreachable);
}

function afterSession(
  state: FlowState,
  input: Extract<FlowInput, { kind: "session_ended" }>,
  around: Around,
): Move {
  const wish = readHandoff(input.handoff);
  if (wish.next === "transfer")
    return ringNext({ ...state, ringing: [wish.targetId], brief: wish.brief }, around, [], unreachable);
  if (wish.next === "voicemail")
    return instruct({ ...state, phase: "recording" }, [
      sayPhrase("leaveMessage", state, around),
      recordMessage(around),
    ]);
  if (wish.next === "hang_up") return over(state, "answered", [{ kind: "hang_up" }]);
  // It ended whole and we wished for nothing: the caller has hung up, and nobody hears this.
  if (!input.isFailure) return instruct({ ...state, outcome: "answered" }, [{ kind: "hang_up" }]);
  if (isBeyondLimits(state, around))
    return over(state, "limit", sayAndHangUp(sayPhrase("limit", state, around)));
  // The socket dropped. The same conversation goes on by gather, which needs no socket; a caller who has not been
  // spoken with yet may not even have been greeted.
  const words = say(
    state.turns === 0 ? around.greeting : askAgain("didNotCatch", state.asked, state.language),
    state,
    around,
  );
  return instruct({ ...state, phase: "listening" }, [listen([words], state, around)]);
}

/** What a socket session wants next: our own JSON, which travelled through the carrier. */
function readHandoff(text: string): { next: string; targetId: string; brief: string } {
  try {
    const value: unknown = JSON.parse(text);
    const fields = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
    return {
      next: String(fields.next ?? ""),
      targetId: String(fields.targetId ?? ""),
      brief: String(fields.brief ?? ""),
    };
  } catch {
    return { next: "", targetId: "", brief: "" };
  }
}

function over(state: FlowState, outcome: FlowOutcome, instructions: Instruction[]): Move {
  return instruct({ ...state, phase: "over", outcome }, instructions);
}

function instruct(state: FlowState, instructions: Instruction[]): Move {
  return { state, output: { do: "instruct", instructions } };
}
