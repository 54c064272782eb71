import { callDate, type LiveCall, noteReaction, round, speakingSeconds, tell } from "../call";
import type { Reaction } from "../line";
import { bridgeSound } from "../sound/switchboard";

export type Conversation = { seconds: number; endedBy: "first" | "second" | "limit" | "star" | "changed" };

type Options = { limit: number; hangupOnStar: boolean };

type Turn = { speaker: LiveCall; at: number; reaction: Reaction | null };

type Pending = { since: number; turn: Promise<Turn> };

/** Connects two legs until one hangs up, the limit is reached, or another program takes one of them away. */
export async function converse(first: LiveCall, second: LiveCall, options: Options): Promise<Conversation> {
  const pending = new Map<LiveCall, Pending>();
  const part = bridgeSound(first, second);
  const talk = await converseUntilOver(first, second, options, pending);
  part();
  for (const [call, { since }] of pending) call.line.stop(talk.seconds - since);
  return talk;
}

async function converseUntilOver(
  first: LiveCall,
  second: LiveCall,
  { limit, hangupOnStar }: Options,
  pending: Map<LiveCall, Pending>,
): Promise<Conversation> {
  const begun = performance.now();
  for (let passed = 0; ; ) {
    for (const call of [first, second]) {
      if (!pending.has(call)) pending.set(call, { since: passed, turn: nextTurn(call, passed, limit) });
    }
    const turns = [...pending.values()].map(({ turn }) => turn);
    const turn = await earliest(first, second, turns);
    const now = turn ? turn.at : realSeconds(first, begun);
    const at = Math.min(limit, Math.max(passed, now));
    for (const call of [first, second]) call.seconds += at - passed;
    passed = at;
    if (!turn) return { seconds: passed, endedBy: "changed" };
    pending.delete(turn.speaker);
    if (!turn.reaction) return { seconds: passed, endedBy: "limit" };
    noteReaction(turn.speaker, turn.reaction);
    const { did } = turn.reaction;
    if ("hangUp" in did) return { seconds: passed, endedBy: turn.speaker === first ? "first" : "second" };
    if (hangupOnStar && turn.speaker === first && "press" in did && did.press.includes("*")) {
      return { seconds: passed, endedBy: "star" };
    }
    passed += pass(turn.speaker === first ? second : first, did);
  }
}

function realSeconds({ options }: LiveCall, begun: number): number {
  return ((performance.now() - begun) / 1000) * (options.isInteractive ? 1 : options.speed);
}

async function nextTurn(call: LiveCall, passed: number, limit: number): Promise<Turn> {
  const reaction = await call.line.react({ mode: "talking", seconds: limit - passed, isLive: call.isLive });
  return { speaker: call, at: reaction ? passed + reaction.after : limit, reaction };
}

/** In a script's own time both turns are known at once; where time is real, the first to come is the first. */
async function earliest(first: LiveCall, second: LiveCall, turns: Promise<Turn>[]): Promise<Turn | null> {
  if (first.control.pending || second.control.pending) return null;
  const changed = Promise.race([first.control.arrived, second.control.arrived]).then(() => null);
  if (first.isLive || second.isLive) return Promise.race([...turns, changed]);
  const known = await Promise.all(turns);
  return known.sort((a, b) => a.at - b.at)[0] ?? null;
}

/** The other side hears it; a spoken sentence takes its time. */
function pass(listener: LiveCall, did: { say: string } | { press: string }): number {
  const seconds = "say" in did ? speakingSeconds(did.say) : did.press.length * 0.3;
  const at = round(listener.seconds);
  const sound = "say" in did ? { text: did.say } : { digits: did.press };
  const heard = { at, ...sound, seconds, from: "party" as const };
  listener.report.heard.push(heard);
  tell(listener, { type: "heard", heard });
  listener.record.updatedAt = callDate(listener);
  return listener.isLive ? 0 : seconds;
}
