import type { DialStep } from "../../instructions";
import {
  endedBy,
  enter,
  hear,
  type LiveCall,
  type Next,
  notify,
  pass,
  speakingSeconds,
  talkedSeconds,
  tell,
} from "../call";
import { runDocuments } from "./documents";
import { nextAfter } from "./interruption";
import { type Leg, placeLegs, type ScriptedLeg } from "./place-leg";
import { type RealRinging, ringForReal } from "./ring-for-real";

/** How the ringing ended: somebody took it, nobody did, or the caller did not wait. */
export type Rung =
  | { kind: "taken"; leg: Leg }
  | { kind: "refused"; leg: Leg }
  | { kind: "nobody"; status: "busy" | "no-answer" | "failed"; last: Leg | null }
  | { kind: "stopped"; next: Next; last: Leg | null };

/** Rings everybody at once; the first to answer wins and the others stop ringing. */
export async function ring(caller: LiveCall, step: DialStep): Promise<Rung> {
  const legs = placeLegs(caller, step);
  for (const leg of legs) await enter(leg.call, "initiated", "initiated");
  for (const leg of legs)
    if (leg.behaviour?.outcome !== "failed") await enter(leg.call, "ringing", "ringing");
  const { winner, stopped, declined } = legs.some(({ person }) => person)
    ? await ringForReal(caller, step, legs)
    : await ringByScript(caller, step, legs);
  if (stopped) {
    for (const leg of legs) await enter(leg.call, "canceled", "ended");
    return { kind: "stopped", next: stopped, last: legs[0] ?? null };
  }
  for (const leg of legs) if (leg !== winner) await enter(leg.call, missed(leg, winner, declined), "ended");
  if (!winner) return { kind: "nobody", status: commonStatus(legs), last: legs.at(-1) ?? null };
  await enter(winner.call, "in-progress", "answered");
  return (await accepts(caller, step, winner)) ? { kind: "taken", leg: winner } : refuse(winner);
}

/** In a script's own time it is known from the beginning who answers first. */
async function ringByScript(caller: LiveCall, step: DialStep, legs: Leg[]): Promise<RealRinging> {
  const scripted = legs.flatMap((leg) => (leg.person ? [] : [leg]));
  const winner = firstToAnswer(scripted, step.timeout) ?? null;
  const seconds = winner?.behaviour.after ?? longestRing(scripted, step.timeout);
  const stopped = nextAfter(await hear(caller, { tone: "ringing", seconds, from: "carrier" }, "passive"));
  for (const leg of legs) leg.call.seconds = seconds;
  return { winner, stopped, declined: new Set() };
}

function firstToAnswer(legs: ScriptedLeg[], timeout: number): ScriptedLeg | undefined {
  const willing = legs.filter(
    ({ behaviour }) => behaviour.outcome === "answer" && behaviour.after <= timeout,
  );
  return willing.sort((a, b) => a.behaviour.after - b.behaviour.after)[0];
}

function longestRing(legs: ScriptedLeg[], timeout: number): number {
  return Math.min(timeout, Math.max(0, ...legs.map(({ behaviour }) => behaviour.after)));
}

function missed(
  leg: Leg,
  winner: Leg | null,
  declined: ReadonlySet<Leg>,
): "canceled" | "busy" | "failed" | "no-answer" {
  const outcome = leg.behaviour?.outcome;
  if (outcome === "busy" || outcome === "failed") return outcome;
  if (winner) return "canceled";
  return declined.has(leg) ? "busy" : "no-answer";
}

function commonStatus(legs: Leg[]): "busy" | "no-answer" | "failed" {
  const statuses = new Set(legs.map(({ call }) => call.record.status));
  if (statuses.has("no-answer")) return "no-answer";
  return statuses.has("busy") ? "busy" : "failed";
}

/** The called person hears the brief or the confirmation before the caller is put through. */
async function accepts(caller: LiveCall, step: DialStep, { call, party }: Leg): Promise<boolean> {
  const before = call.seconds;
  const isWilling = step.confirm
    ? await confirms(call, step.confirm)
    : !party.whisper || (await listens(call, party.whisper));
  await pass(caller, call.seconds - before, "passive");
  return isWilling;
}

async function listens(call: LiveCall, whisper: { url: string; method: "GET" | "POST" }): Promise<boolean> {
  const next = await runDocuments(call, { target: whisper, event: { kind: "whisper" } });
  return next.kind === "next";
}

async function confirms(call: LiveCall, { sound, key }: { sound: string; key: string }): Promise<boolean> {
  await hear(call, { play: sound, seconds: speakingSeconds(sound) }, "announcement");
  const heard = await pass(call, 10, "listening");
  return heard !== null && !("changed" in heard) && "press" in heard.did && heard.did.press.includes(key);
}

async function refuse(leg: Leg): Promise<Rung> {
  await hangUpLeg(leg.call);
  return { kind: "refused", leg };
}

/** Ends a leg that was answered. */
export async function hangUpLeg(leg: LiveCall): Promise<void> {
  leg.end ??= endedBy("carrier", "the other side left");
  await enter(leg, "completed", "ended");
  tell(leg, { type: "over", by: leg.end.by, status: leg.record.status, seconds: Math.round(leg.seconds) });
  leg.voice.world.ledger.write("call.ended", { sid: leg.record.sid, seconds: talkedSeconds(leg) });
}

/** Vobiz reports the progress of a dial at its `callbackUrl`. */
export async function reportProgress(
  caller: LiveCall,
  step: DialStep,
  action: "answer" | "connected" | "hangup",
  leg: Leg,
): Promise<void> {
  const event = { kind: "dial-progress", action, childSid: leg.call.record.sid, digits: "" } as const;
  await notify(caller, step.callback, event);
}
