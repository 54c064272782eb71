import { callDate, type LiveCall, noteReaction, round, speakingSeconds, tell } from "../call";
import type { Reaction } from "../line";

export type Conversation = { seconds: number; endedBy: "first" | "second" | "limit" | "star" | "changed" };

type Options = { limit: number; hangupOnStar: boolean };

type Turn = { speaker: LiveCall; at: number; reaction: Reaction | null };

/** Connects two legs until one hangs up, the limit is reached, or another program takes one of them away. */
export async function converse(first: LiveCall, second: LiveCall, options: Options): Promise<Conversation> {
  const pending = new Map<LiveCall, Promise<Turn>>();
  for (let passed = 0; ; ) {
    for (const call of [first, second]) {
      if (!pending.has(call)) pending.set(call, nextTurn(call, passed, options.limit));
    }
    const turn = await earliest(first, second, [...pending.values()]);
    if (!turn) return { seconds: passed, endedBy: "changed" };
    const at = Math.min(options.limit, Math.max(passed, turn.at));
    for (const call of [first, second]) call.seconds += at - passed;
    passed = at;
    if (!turn.reaction) return { seconds: passed, endedBy: "limit" };
    pending.delete(turn.speaker);
    noteReaction(turn.speaker, turn.reaction);
    const { did } = turn.reaction;
    if ("hangUp" in did) return { seconds: passed, endedBy: turn.speaker === first ? "first" : "second" };
    if (options.hangupOnStar && turn.speaker === first && "press" in did && did.press.includes("*")) {
      return { seconds: passed, endedBy: "star" };
    }
    passed += pass(turn.speaker === first ? second : first, did);
  }
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
