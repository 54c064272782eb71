import { statusLadder } from "@/lib/kernel/status";

/** Where a call stands; carriers' words in ours. Terminal states exclude each other and are never left. */
export const callLadder = statusLadder({
  queued: 0,
  ringing: 1,
  in_progress: 2,
  completed: 4,
  busy: 4,
  no_answer: 4,
  failed: 4,
  canceled: 4,
});

export type CallStatusName = (typeof callLadder)["statuses"][number];

const ownWords: Record<string, CallStatusName> = {
  initiated: "ringing",
  "in-progress": "in_progress",
  "no-answer": "no_answer",
};

/** A carrier-neutral status word as it stands in our rows. */
export function ownCallStatus(word: string): CallStatusName {
  const own = ownWords[word] ?? word;
  return callLadder.has(own) ? own : "ringing";
}

/** Whether a call in this state is over. */
export function isOver(status: CallStatusName): boolean {
  return callLadder.rank(status) >= 4;
}

/** Facts about a finished call from which its outcome follows. */
export type Ending = {
  direction: "inbound" | "outbound";
  status: CallStatusName;
  flowOutcome: string | null;
  flowPhase: string;
  /** What the flow says a hang-up meant where the call stood; null: nothing was missed, or it does not know. */
  flowMissed?: string | null;
  callerTurns: number;
  seconds: number;
  tools: readonly { name: string; ok: boolean }[];
  hasVoicemail: boolean;
  /** Of a call that the receptionist placed: how far that got, and who answered. */
  placed?: { state: string; reached: string | null } | null;
};

export type CallOutcome = {
  outcome: string;
  missedReason: string | null;
  answeredBy: string | null;
  endedBy: string;
};

const outcomeOfTool: readonly [tool: string, outcome: string][] = [
  ["book_appointment", "booked"],
  ["move_appointment", "moved"],
  ["cancel_appointment", "cancelled"],
  ["take_message", "message_taken"],
];

/** What came of a call, and for a missed one why; the most useful thing that happened wins. */
export function judgeCall(ending: Ending): CallOutcome {
  const endedBy = ending.flowPhase === "over" ? "us" : "caller";
  const ofPlaced = ending.placed ? judgePlaced(ending, ending.placed) : null;
  if (ofPlaced) return { ...ofPlaced, endedBy: ofPlaced.outcome === "failed" ? "carrier" : endedBy };
  const isUnanswered = ending.status !== "completed" || ending.flowOutcome === "unanswered";
  if (ending.direction === "outbound" && isUnanswered)
    return { outcome: "missed", missedReason: "nobody_answered", answeredBy: null, endedBy };
  if (ending.status === "failed" || ending.flowOutcome === "technical")
    return { outcome: "failed", missedReason: "technical", answeredBy: null, endedBy };
  if (ending.direction === "outbound" && ending.flowOutcome === "transferred")
    return { outcome: "answered", missedReason: null, answeredBy: "member", endedBy };
  if (ending.flowOutcome === "transferred")
    return { outcome: "transferred", missedReason: null, answeredBy: "member", endedBy };
  const done = outcomeOfTool.find(([tool]) => ending.tools.some((used) => used.name === tool && used.ok));
  if (done) return { outcome: done[1], missedReason: null, answeredBy: "assistant", endedBy };
  if (ending.hasVoicemail || ending.flowOutcome === "voicemail")
    return { outcome: "voicemail", missedReason: null, answeredBy: "voicemail", endedBy };
  if (ending.callerTurns === 0 || ending.flowMissed)
    return { outcome: "missed", missedReason: missedReason(ending), answeredBy: null, endedBy };
  return { outcome: "answered", missedReason: null, answeredBy: "assistant", endedBy };
}

/** What is special about a call that the receptionist placed; null: it is judged like any other. */
function judgePlaced(
  { status, flowOutcome, callerTurns }: Ending,
  { state, reached }: NonNullable<Ending["placed"]>,
): Omit<CallOutcome, "endedBy"> | null {
  const missed = (missedReason: string) => ({ outcome: "missed", missedReason, answeredBy: null });
  if (state === "unknown") return { ...missed("unknown_placing"), outcome: "failed" };
  if (state === "failed") return { ...missed("not_placed"), outcome: "failed" };
  if (status !== "completed") return null;
  if (flowOutcome === "message_left")
    return { outcome: "message_left", missedReason: null, answeredBy: null };
  if (reached === "machine") return missed("machine_answered");
  if (reached === "fax") return missed("fax_answered");
  return callerTurns === 0 ? missed("nobody_spoke") : null;
}

function missedReason({ flowPhase, flowMissed, callerTurns, seconds }: Ending): string {
  const isShort = seconds <= 12 && callerTurns === 0;
  if (flowMissed) return isShort && flowMissed === "abandoned_in_menu" ? "short_abandon" : flowMissed;
  if (flowPhase === "dialing") return "nobody_answered";
  return seconds <= 12 ? "short_abandon" : "abandoned_in_menu";
}

const missedSentences: Record<string, string> = {
  short_abandon: "The caller hung up within seconds, before saying anything.",
  out_of_hours: "The call came outside opening hours.",
  nobody_available: "Nobody was available to take the call.",
  nobody_answered: "It rang, but nobody answered.",
  abandoned_in_menu: "The caller hung up without having chosen anything.",
  abandoned_in_queue: "The caller hung up while waiting.",
  ended_unheard: "The call was over before its first words could be said.",
  technical: "Something failed on the way; the X-ray shows what.",
  machine_answered: "A machine answered, so the call ended without a message.",
  fax_answered: "A fax answered.",
  nobody_spoke: "Somebody answered and hung up without a word.",
  not_placed: "The call could not be placed.",
  unknown_placing: "Nobody can say whether the carrier rang this person, so the call was not tried again.",
};

/** Why nobody answered, in one sentence. */
export function explainMissed(reason: string): string {
  return missedSentences[reason] ?? "The call was missed.";
}
