import type { DialStep, Party } from "../../instructions";
import type { Call } from "../../world/records";
import { createLiveCall, type LifeMoment, type LiveCall, type Routing } from "../call";
import { type Behaviour, behaviourOf, type Line, scriptedLine } from "../line";

/** A leg to someone whom a call dials, and how that person behaves. */
export type Leg = { call: LiveCall; party: Party; behaviour: Scripted };

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
    const behaviour = rehearsed(
      behaviourOf(party.address, [parent.options.behaviours, parent.voice.behaviours]),
    );
    const record = legRecord(parent, step, party);
    const call = createLiveCall(
      parent.voice,
      record,
      lineOf(parent, behaviour),
      optionsOf(parent),
      routingOf(parent, party),
    );
    call.seconds = 0;
    call.document = parent.document;
    return { call, party, behaviour };
  });
}

/** Only calls placed over REST ring at the handset page; a leg of a dial is answered by nobody in particular. */
function rehearsed(behaviour: Behaviour): Scripted {
  if (behaviour.outcome !== "handset") return behaviour;
  return { outcome: "answer", after: 4, script: [], talk: 20, isMachine: false };
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

function optionsOf(parent: LiveCall): LiveCall["options"] {
  return { ...parent.options, isInteractive: false };
}

function routingOf(parent: LiveCall, { status }: Party): Routing {
  const callbacks = status
    ? [{ target: status.target, moments: status.events.flatMap((event) => moments[event] ?? []) }]
    : [];
  return { answer: null, callbacks, isSigned: parent.routing.isSigned };
}
