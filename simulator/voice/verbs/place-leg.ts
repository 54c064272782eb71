import type { DialStep, Party } from "../../instructions";
import type { Call } from "../../world/records";
import { createLiveCall, type LifeMoment, type LiveCall, type Routing, tellDesk } from "../call";
import { type Behaviour, behaviourOf, keyOf, type Line, type Person, realLine, scriptedLine } from "../line";

/** A leg to someone whom a call dials, and how that person behaves; `person`: somebody real, who decides by themselves. */
export type Leg = ScriptedLeg | RealLeg;
export type ScriptedLeg = { call: LiveCall; party: Party; behaviour: Scripted; person: null };
export type RealLeg = { call: LiveCall; party: Party; behaviour: null; person: Person };

type Scripted = Exclude<Behaviour, { outcome: "handset" }>;

const moments: Record<string, LifeMoment> = {
  initiated: "initiated",
  ringing: "ringing",
  answered: "answered",
  completed: "ended",
};

/** Makes the legs of a dial; nobody's phone rings yet. */
export function placeLegs(parent: LiveCall, step: DialStep): Leg[] {
  return step.parties.map((party) => {
    const behaviour = behaviourOf(party.address, [parent.options.behaviours, parent.voice.behaviours]);
    if (behaviour.outcome === "handset") return placeAtHandset(parent, step, party);
    return placeInBrowsers(parent, step, party) ?? placeByScript(parent, step, party, behaviour);
  });
}

function placeByScript(parent: LiveCall, step: DialStep, party: Party, behaviour: Scripted): ScriptedLeg {
  const call = createLeg(parent, step, party, lineOf(parent, behaviour));
  return { call, party, behaviour, person: null };
}

/** A phone that lies on the handset page rings there. */
function placeAtHandset(parent: LiveCall, step: DialStep, party: Party): RealLeg {
  const line = realLine(parent.voice.world);
  const call = createLeg(parent, step, party, line);
  const start = () => tellDesk(call, party.address);
  return { call, party, behaviour: null, person: { line, start, stop() {} } };
}

/** Every browser that is registered under the identity rings; null when there is none, or when the tables say what happens. */
function placeInBrowsers(parent: LiveCall, step: DialStep, party: Party): RealLeg | null {
  const { voice, record, options } = parent;
  const isScripted = [options.behaviours, voice.behaviours].some((table) => table.has(keyOf(party.address)));
  const clients = [...voice.clients].filter(
    ({ accountSid, identity }) => accountSid === record.accountSid && identity === party.address,
  );
  if (party.kind !== "client" || isScripted || clients.length === 0) return null;
  const line = realLine(voice.world);
  const call = createLeg(parent, step, party, line);
  const ringing: { stop(): void }[] = [];
  const person: Person = {
    line,
    start: () => ringing.push(...clients.map((client) => client.ring(call, line, party.parameters))),
    stop: () => {
      for (const one of ringing) one.stop();
    },
  };
  return { call, party, behaviour: null, person };
}

function createLeg(parent: LiveCall, step: DialStep, party: Party, line: Line): LiveCall {
  const call = createLiveCall(
    parent.voice,
    legRecord(parent, step, party),
    line,
    { ...parent.options, isInteractive: "input" in line },
    routingOf(parent, party),
  );
  call.seconds = 0;
  call.document = parent.document;
  return call;
}

function legRecord(parent: LiveCall, step: DialStep, party: Party): Call {
  const { carrier, voice, record } = parent;
  const now = voice.world.clock.now();
  return {
    carrier: carrier.name,
    sid: carrier.newCallId(voice.world),
    accountSid: record.accountSid,
    parentSid: record.sid,
    numberSid: record.numberSid,
    direction: "outbound-dial",
    from: step.callerId ?? record.from,
    to: party.kind === "client" && carrier.name === "twilio" ? `client:${party.address}` : party.address,
    status: "initiated",
    request: {},
    answeredBy: null,
    forwardedFrom: null,
    callerName: null,
    price: null,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    endedAt: null,
  };
}

function lineOf({ options, voice }: LiveCall, behaviour: Scripted): Line {
  const isAnswered = behaviour.outcome === "answer";
  const sleep = (milliseconds: number) =>
    new Promise<void>((resolve) => voice.world.schedule(milliseconds, resolve));
  return scriptedLine(isAnswered ? behaviour.script : [], {
    speed: options.isInteractive ? 1 : options.speed,
    patience: isAnswered ? behaviour.talk : Number.POSITIVE_INFINITY,
    sleep,
  });
}

function routingOf(parent: LiveCall, { status }: Party): Routing {
  const callbacks = status
    ? [{ target: status.target, moments: status.events.flatMap((event) => moments[event] ?? []) }]
    : [];
  return { answer: null, callbacks, isSigned: parent.routing.isSigned };
}
