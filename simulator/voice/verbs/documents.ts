import type { Target } from "../../instructions";
import {
  type CallEvent,
  type Change,
  endedBy,
  enter,
  fetchInstructions,
  freshControl,
  hear,
  type LiveCall,
  type Next,
  readDocument,
  speakingSeconds,
} from "../call";

/** Twilio: `Url` of the call; Vobiz: `answer_url`; or the document itself. */
export type Source = { target: Target; event: CallEvent } | { document: string };

/**
 * Runs a call from its first document on, through every change that reaches it over REST, to its end. Without a first
 * document it begins with the change that is pending.
 */
export async function runCall(call: LiveCall, first: Source | null): Promise<Next> {
  for (let source = first; ; source = null) {
    const next = source ? await runDocuments(call, source) : ({ kind: "changed" } as const);
    if (next.kind !== "changed") return next;
    const changed = takeChange(call);
    if ("kind" in changed) return changed;
    const after = await runDocuments(call, changed);
    if (after.kind !== "changed") return after;
  }
}

/**
 * Runs a document and every further one it leads to. Resolves with `next` when the last one ran out of verbs, with the
 * call's end, with `leave`, or with `changed` when another program reached for the call.
 */
export async function runDocuments(call: LiveCall, first: Source): Promise<Next> {
  for (let source = first; ; ) {
    const next = await runDocument(call, source);
    if (next.kind !== "fetch") return next;
    source = { target: next.target, event: next.event };
  }
}

async function runDocument(call: LiveCall, source: Source): Promise<Next> {
  if ("document" in source) {
    const reading = readDocument(call, { status: 200, contentType: "text/xml", body: source.document });
    return "steps" in reading ? call.voice.perform(call, reading.steps) : apologise(call);
  }
  const steps = await fetchInstructions(call, source.target, source.event);
  if (call.control.pending) return { kind: "changed" };
  return steps ? call.voice.perform(call, steps) : apologise(call);
}

/** Without instructions Twilio says so and hangs up; Vobiz just hangs up. */
async function apologise(call: LiveCall): Promise<Next> {
  const { apology } = call.carrier;
  if (apology) {
    await enter(call, "in-progress", "answered");
    await hear(call, { text: apology, seconds: speakingSeconds(apology), from: "carrier" }, "announcement");
  }
  return endedBy("carrier", "application error");
}

/** Takes the pending change off the call. A bridge that nobody waits for any more changes nothing. */
function takeChange(call: LiveCall): Source | Next {
  const change: Change | null = call.control.pending;
  call.control = freshControl();
  if (!change || "bridge" in change) return { kind: "next" };
  if ("end" in change) return endedBy("product", "hung up over REST");
  if ("document" in change) return change;
  return { target: change.target, event: { kind: "transfer" } };
}
