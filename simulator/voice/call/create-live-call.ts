import { isOver } from "../../world/new-call";
import type { Account, Call } from "../../world/records";
import type { Line } from "../line";
import { type CallOptions, freshControl, type LiveCall, type Voice } from "./live-call";
import { emptyReport } from "./report";
import type { Routing } from "./routing";

const MOST_CALLS = 2000;

/** Gives life to a leg: from here on requests can be made about it. `routing`: where it is not the carrier's to say. */
export function createLiveCall(
  voice: Voice,
  record: Call,
  line: Line,
  options: CallOptions,
  routing?: Routing,
): LiveCall {
  const carrier = voice.carriers[record.carrier];
  const call: LiveCall = {
    voice,
    record,
    account: accountOf(voice, record),
    carrier,
    routing: routing ?? carrier.route(voice.world, record),
    line,
    options,
    report: emptyReport(),
    begunAt: voice.world.clock.now(),
    control: freshControl(),
    seconds: 0,
    answeredAt: null,
    isLive: options.isInteractive,
    isWaiting: false,
    quiet: 0,
    document: { url: "", method: "POST" },
    documents: 0,
    callbacks: 0,
    announced: new Set(),
    recordings: [],
    streams: new Map(),
    outstanding: new Set(),
    afterwards: [],
    end: null,
    listeners: new Set(),
  };
  voice.world.store.calls.set(record.sid, record);
  voice.calls.set(record.sid, call);
  forgetOldest(voice);
  return call;
}

/** Reports of calls long over make room for new ones. */
function forgetOldest({ calls }: Voice): void {
  if (calls.size <= MOST_CALLS) return;
  const oldest = [...calls].find(([, { record }]) => isOver(record));
  if (oldest) calls.delete(oldest[0]);
}

function accountOf(voice: Voice, record: Call): Account {
  const account = voice.world.store.accounts.get(record.accountSid);
  if (!account) throw new Error(`There is no account ${record.accountSid}`);
  return account;
}
