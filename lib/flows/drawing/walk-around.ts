import { minuteOfDay, minutesOf, weekdayOf } from "@/lib/kernel/time";
import type { QueueAround, QueueView } from "@/lib/queues/schema";
import { type BusinessFacts, isOpenAt } from "@/lib/receptionist";
import type { Around } from "../graph/schema";

type Wished = { at: { weekday: number; minute: number } | null; isHoliday: boolean; isKnown: boolean };
type Known = Pick<Around, "greeting" | "languages" | "voice"> & {
  facts: BusinessFacts;
  targets: readonly { id: string; label: string }[];
  queues: readonly QueueView[];
  now: Date;
};

// Everybody of the list can be rung in a walk, under a number that exists in no country.
const walkNumber = (index: number) => `+999000${String(index).padStart(4, "0")}`;
const nowhere = "https://walk.invalid/";

/** What a walk looks at: the business as it is, at the moment that was wished for. */
export function walkAround({ at, isHoliday, isKnown }: Wished, known: Known): Around {
  const { facts, targets, queues, now, greeting, languages, voice } = known;
  const { timezone } = facts.business;
  const time = at ?? { weekday: weekdayOf(now, timezone), minute: minuteOfDay(now, timezone) };
  return {
    isOpen: !isHoliday && (at ? isOpenOn(facts, time.weekday, time.minute) : isOpenAt(facts, now)),
    ...{ isHoliday, ...time, elapsedSeconds: 10, greeting, languages, voice },
    caller: { address: "+12015550123", country: facts.business.country, isKnown },
    ...{ talk: "gather", recording: "off", limits: { turns: 60, minutes: 60, toolCalls: 60, texts: 0 } },
    callerId: "",
    targets: Object.fromEntries(
      targets.map(({ id, label }, index) => [id, { label, e164: walkNumber(index) }]),
    ),
    queues: Object.fromEntries(queues.map((queue, index) => [queue.id, walkQueue(queue, index)])),
    links: {
      ...{ input: nowhere, wait: nowhere, dialed: nowhere, recorded: nowhere, recording: nowhere },
      ...{ voicemail: nowhere, onward: nowhere, leg: nowhere, paid: nowhere, payment: nowhere },
      ...{ session: nowhere, socket: nowhere },
    },
  };
}

/** Somebody is free after the first round, so a walk comes to every way out: a key, an answer, nobody. */
function walkQueue({ name, settings }: QueueView, index: number): QueueAround {
  const { targetIds: _, strategy: __, music: ___, ...rest } = settings;
  return {
    ...rest,
    ...{ name, musicUrl: `${nowhere}music`, position: 1, estimateSeconds: 60, waitedSeconds: 0, wish: null },
    ...{ isStaffed: true, rings: [{ identity: null, e164: walkNumber(900 + index) }] },
  };
}

/** By the week alone: a weekday of choice is no special day. */
function isOpenOn({ hours }: BusinessFacts, weekday: number, minute: number): boolean {
  if (hours.length === 0) return true;
  return hours.some(
    (one) => one.weekday === weekday && minute >= minutesOf(one.opensAt) && minute < minutesOf(one.closesAt),
  );
}
