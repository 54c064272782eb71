import { type CarrierName, carrier } from "@/lib/carriers";
import type { Around } from "@/lib/flows";
import type { Clock } from "@/lib/kernel/clock";
import { countryOfPhone } from "@/lib/kernel/phone";
import { localDay, minuteOfDay, weekdayOf } from "@/lib/kernel/time";
import { identityOf } from "@/lib/presence/rules";
import { isOpenAt } from "@/lib/receptionist";
import type { TalkMode } from "@/lib/receptionist/schema";
import { makeTicket } from "./issue-ticket";
import type { LockedCall } from "./keep-state";
import { linksOf } from "./links";
import type { CallSetup } from "./schema";

/** What the flow may look at, for a call as it stands now. */
export function aroundOf(
  call: Pick<LockedCall, "id" | "setup" | "kept" | "startedAt" | "toAddress" | "fromAddress">,
  place: {
    carrier: CarrierName;
    slug: string;
    clock: Clock;
    /** Members whose browsers take calls now. */
    present: readonly string[];
    queues?: Around["queues"];
  },
): Around {
  const { receptionist, facts, targets } = call.setup;
  const now = place.clock.now();
  return {
    ...timesOf(facts, now),
    caller: callerOf(call.fromAddress, call.setup.callerName),
    elapsedSeconds: (now.getTime() - new Date(call.startedAt).getTime()) / 1000,
    talk: receptionist.talk,
    voice: receptionist.voice,
    greeting: receptionist.greeting,
    languages: receptionist.languages,
    recording: receptionist.recording,
    limits: receptionist.limits,
    callerId: call.toAddress,
    targets: withBrowsers(targets, place),
    queues: place.queues ?? {},
    callId: call.id,
    canPay: carrier(place.carrier).description.capabilities.payment,
    machineMessage: call.setup.errand?.machineMessage ?? null,
    links: linksOf({ ...place, turn: call.kept.told + 1, ...ticketFor(receptionist.talk) }),
  };
}

/** A ticket of its own for each answer that may open a socket; it counts once the answer is kept. */
function ticketFor(talk: TalkMode): { ticket?: string } {
  return talk === "gather" ? {} : { ticket: makeTicket() };
}

function timesOf(
  facts: CallSetup["facts"],
  now: Date,
): Pick<Around, "isOpen" | "isHoliday" | "weekday" | "minute"> {
  const { timezone } = facts.business;
  const today = localDay(now, timezone);
  return {
    isOpen: isOpenAt(facts, now),
    isHoliday: facts.overrides.some(({ day, opensAt }) => day === today && opensAt === null),
    weekday: weekdayOf(now, timezone),
    minute: minuteOfDay(now, timezone),
  };
}

/** The caller as a condition may ask for: a hidden number is no number. */
function callerOf(address: string, name: string | null): Around["caller"] {
  const isShown = /^\+\d{7,15}$/.test(address);
  return {
    address: isShown ? address : null,
    country: isShown ? countryOfPhone(address) : null,
    isKnown: isShown && name !== null,
  };
}

/** Whether anybody's browser may be rung, so that it is worth asking who is there. */
export function namesMembers(targets: CallSetup["targets"]): boolean {
  return Object.values(targets).some(({ memberId }) => memberId);
}

/** Targets with the browsers of members who are there, where the carrier can ring browsers. */
function withBrowsers(
  targets: CallSetup["targets"],
  place: { carrier: CarrierName; present: readonly string[] },
): Around["targets"] {
  const canRing = carrier(place.carrier).description.capabilities.softphone;
  return Object.fromEntries(
    Object.entries(targets).map(([id, { label, e164, memberId }]) => {
      const isThere = canRing && memberId != null && place.present.includes(memberId);
      return [id, { label, e164, identity: isThere ? identityOf(memberId) : null }];
    }),
  );
}
