import type { TalkMode } from "../contract/settings";

/** What the ways to talk depend on. */
export type TalkFacts = {
  /** Carriers of the numbers that the choice is for; none: there are no numbers yet. */
  carriers: readonly { label: string; hasRelay: boolean; hasMedia: boolean }[];
  /** Labels of all carriers that can relay conversations. */
  relays: readonly string[];
  model: "ready" | "switched_off" | "missing";
};

/** Whether a way to talk can be chosen, and what a person should know of it: what is missing and what to do, or where it does not reach. */
export type TalkChoice = { isPossible: boolean; note: string | null };
export type TalkChoices = Record<TalkMode, TalkChoice>;

/** Judges each way to talk for the numbers it would be chosen for. */
export function judgeTalk(facts: TalkFacts): TalkChoices {
  return {
    gather: { isPossible: true, note: null },
    relay: judgeRelay(facts),
    stream: judgeStream(facts),
  };
}

function judgeRelay({ carriers, relays }: TalkFacts): TalkChoice {
  const without = labels(carriers.filter(({ hasRelay }) => !hasRelay));
  if (without === "") return { isPossible: true, note: null };
  if (carriers.some(({ hasRelay }) => hasRelay))
    return { isPossible: true, note: `Numbers of ${without} answer in turns.` };
  const cure = `Choose “In turns”, or get a number of ${relays.join(" or ")} first.`;
  return { isPossible: false, note: `${without} cannot stream words. ${cure}` };
}

function judgeStream({ carriers, model }: TalkFacts): TalkChoice {
  const without = labels(carriers.filter(({ hasMedia }) => !hasMedia));
  if (without && !carriers.some(({ hasMedia }) => hasMedia))
    return { isPossible: false, note: `${without} cannot stream sound. Choose “In turns”.` };
  if (model === "missing")
    return {
      isPossible: false,
      note: "There is no realtime model. Whoever runs this server sets OPENAI_API_KEY, and with a server of their own OPENAI_REALTIME_MODEL.",
    };
  if (model === "switched_off")
    return {
      isPossible: false,
      note: "The AI model is switched off on this server. Its super admin can switch it on.",
    };
  return { isPossible: true, note: without ? `Numbers of ${without} answer in turns.` : null };
}

function labels(carriers: TalkFacts["carriers"]): string {
  return carriers.map(({ label }) => label).join(" and ");
}
