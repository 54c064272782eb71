import type { GatherStep } from "../../instructions";
import {
  type CallEvent,
  endQuiet,
  type Interruption,
  type LiveCall,
  type Next,
  notify,
  pass,
  speakingSeconds,
  tell,
} from "../call";
import { collectKeys, type Gathered, isEmpty, nothingGathered } from "./gather-rules";
import { nextAfter } from "./interruption";
import { hearPrompt } from "./prompts";

/** Plays the prompts, listens, and asks the action; without input it does what the dialect says. */
export async function performGather(call: LiveCall, step: GatherStep): Promise<Next> {
  const early = await hearPrompts(call, step);
  const stopped = nextAfter(early);
  if (stopped) return stopped;
  const gathered = await listen(call, step, early);
  if ("kind" in gathered) return gathered;
  return isEmpty(gathered) ? afterSilence(call, step) : askAction(call, step, gathered);
}

async function hearPrompts(call: LiveCall, step: GatherStep): Promise<Interruption | null> {
  for (const prompt of step.prompts) {
    const interruption = await hearPrompt(call, prompt, "prompt");
    if (interruption && isHeard(interruption, step)) return interruption;
  }
  return null;
}

/** A word spoken into a prompt that listens for keys only does not stop it. */
function isHeard(interruption: Interruption, step: GatherStep): boolean {
  if ("changed" in interruption || "hangUp" in interruption.did) return true;
  return "say" in interruption.did ? step.speech : step.keys;
}

async function listen(
  call: LiveCall,
  step: GatherStep,
  early: Interruption | null,
): Promise<Gathered | Next> {
  endQuiet(call);
  announce(call, step);
  let gathered = nothingGathered;
  let left = step.timeout;
  for (let interruption = early; ; interruption = null) {
    const waitFor = gathered.digits ? step.digitEnd : left;
    const before = call.seconds;
    const input: Interruption | null = interruption ?? (await pass(call, waitFor, "listening"));
    const stopped = nextAfter(input);
    if (stopped) return stopped;
    if (!input || "changed" in input || "hangUp" in input.did) return gathered;
    if ("say" in input.did) {
      const seconds = speakingSeconds(input.did.say);
      if (!call.options.isInteractive) call.seconds += seconds;
      if (step.speech && input.did.say.trim() !== "") return speechOf(call, step, input.did.say.trim());
    } else if (step.keys) {
      gathered = collectKeys(gathered, input.did.press, step);
      if (gathered.isComplete) return gathered;
    }
    left -= call.seconds - before;
    if (left <= 0 && !gathered.digits) return gathered;
  }
}

function announce(call: LiveCall, { keys, speech, timeout, numDigits, language }: GatherStep): void {
  const most = Number.isFinite(numDigits) ? numDigits : null;
  tell(call, { type: "listening", keys, speech, seconds: timeout, numDigits: most, language });
}

async function speechOf(call: LiveCall, step: GatherStep, speech: string): Promise<Gathered> {
  if (step.partial) {
    const partial = { kind: "partial", sequence: 0, isStable: false } as const;
    await notify(call, step.partial, { ...partial, text: speech.split(" ")[0] ?? speech });
    await notify(call, step.partial, { ...partial, text: speech, sequence: 1, isStable: true });
  }
  if (!call.options.isInteractive) call.seconds += step.speechEnd;
  return { ...nothingGathered, speech, isComplete: true };
}

async function afterSilence(call: LiveCall, step: GatherStep): Promise<Next> {
  const whenEmpty = step.whenEmpty === "notify" ? call.options.vobizEmptyGather : step.whenEmpty;
  if (whenEmpty === "action") return askAction(call, step, nothingGathered);
  if (whenEmpty === "notify") await notify(call, step.action, eventOf(step, nothingGathered));
  return { kind: "next" };
}

async function askAction(call: LiveCall, step: GatherStep, gathered: Gathered): Promise<Next> {
  const event = eventOf(step, gathered);
  if (step.followsAction) return { kind: "fetch", target: step.action ?? call.document, event };
  await notify(call, step.action, event);
  return { kind: "next" };
}

function eventOf(step: GatherStep, { digits, speech, finishedBy }: Gathered): CallEvent {
  return { kind: "gather", digits, speech, finishedBy, language: step.language };
}
