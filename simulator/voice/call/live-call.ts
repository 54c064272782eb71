import type { GatherStep, Reading, Step, StreamStep, Target } from "../../instructions";
import type { Fields } from "../../webhooks/sign-request";
import type { Account, Call, CarrierName } from "../../world/records";
import type { World } from "../../world/world";
import type { Behaviour, Line, Person } from "../line";
import type { CallEvent, LifeMoment } from "./call-event";
import type { CallNews, Report } from "./report";
import type { InstructionAnswer, Routing } from "./routing";

/** Who ended a call, and why in one or two words. */
export type End = { kind: "end"; by: "caller" | "product" | "carrier"; why: string };

/** What comes after a verb. `changed`: another program gave the call new instructions. */
export type Next =
  | { kind: "next" }
  | { kind: "fetch"; target: Target; event: CallEvent }
  | { kind: "leave" }
  | { kind: "changed" }
  | End;

/** Fetches a caller out of a queue: `taken` says that the caller is free to talk, `over` when the talk has ended. */
export type Bridge = { taken: () => void; over: Promise<number> };

/** New instructions for a running call. */
export type Change = { target: Target } | { document: string } | { end: true } | { bridge: Bridge };

/** Lets a REST request reach into a running call. */
export type Control = {
  pending: Change | null;
  /** Resolves when a change is pending. */
  arrived: Promise<void>;
  announce: () => void;
};

/** How a call is simulated. */
export type CallOptions = {
  speed: number;
  patience: number;
  isInteractive: boolean;
  /** Whether a Vobiz that understands Twilio's spellings answers. */
  isTolerant: boolean;
  /** What Vobiz does after an empty `<Gather>`; its documentation says two things at once. */
  vobizEmptyGather: GatherStep["whenEmpty"];
  /** What the caller speaks, as a relay reports it; null: what the document asks for. */
  language: string | null;
  /** Whether requests are signed as the carrier signs them, with a wrong key, or not at all. */
  signature: "genuine" | "forged" | "none";
  /** Whether Vobiz's fields bear the seeds' names (`call_id`, `speech_result`) in place of the documented ones. */
  isSeedSpelling: boolean;
  /** How the people behave whom this call dials, before the common table. */
  behaviours: Map<string, Behaviour>;
};

/** A recording that still runs. */
export type RunningRecording = {
  sid: string;
  since: number;
  isDual: boolean;
  source: string;
  format: "wav" | "mp3";
  callback?: Target;
  callbackEvents: string[];
};

/** A call while it is up. */
export type LiveCall = {
  readonly voice: Voice;
  readonly record: Call;
  readonly account: Account;
  readonly carrier: VoiceCarrier;
  readonly routing: Routing;
  readonly line: Line;
  readonly options: CallOptions;
  readonly report: Report;
  readonly begunAt: Date;
  control: Control;
  /** Seconds since the first ring, in the call's own time. */
  seconds: number;
  answeredAt: number | null;
  /** Other programs act on this call now (queue, conference, ringing), so its time must really pass. */
  isLive: boolean;
  /** Hold music plays: nobody waits for an answer. */
  isWaiting: boolean;
  /** Seconds of silence so far in which nobody listened. */
  quiet: number;
  /** The document that is running; relative URLs and absent actions refer to it. */
  document: Target;
  documents: number;
  callbacks: number;
  /** Moments whose status callbacks went out. */
  readonly announced: Set<LifeMoment>;
  recordings: RunningRecording[];
  /** Media streams that run beside the instructions, by name, and how each is stopped. */
  readonly streams: Map<string, () => Promise<void>>;
  /** Callbacks that may still be on their way. */
  readonly outstanding: Set<Promise<unknown>>;
  /** Work the carrier does after the call: recording and transcription callbacks. */
  afterwards: (() => Promise<void>)[];
  end: End | null;
  readonly listeners: Set<(news: CallNews) => void>;
};

/** What an application may send on a media stream. */
export type StreamInput =
  | { kind: "audio"; bytes: Buffer }
  | { kind: "mark"; name: string }
  | { kind: "clear" }
  | { kind: "stop" }
  | { kind: "unknown" };

export type StreamInfo = { streamId: string; call: LiveCall; step: StreamStep };

/** A carrier's frames on a media stream. `count` numbers all frames from 1, `chunk` those with sound. */
export type StreamFrames = {
  newStreamId(world: World): string;
  hello(info: StreamInfo): object[];
  media(
    info: StreamInfo,
    sound: { payload: Buffer; count: number; chunk: number; milliseconds: number },
  ): object;
  digit(info: StreamInfo, digit: string, count: number): object | null;
  bye(info: StreamInfo, count: number): object | null;
  marked(info: StreamInfo, name: string, count: number): object;
  cleared(info: StreamInfo): object | null;
  read(json: unknown): StreamInput;
};

/** What differs between the carriers while a call is up. */
export type VoiceCarrier = {
  name: CarrierName;
  newCallId(world: World): string;
  newRecordingId(world: World): string;
  /** Where the webhooks of a call go: by its number when it comes in, by its request when it was placed over REST. */
  route(world: World, record: Call): Routing;
  /** Reads an answer to a request for instructions. */
  read(answer: InstructionAnswer, call: LiveCall): Reading;
  /** The form fields of a request. */
  fields(call: LiveCall, event: CallEvent): Fields;
  /** Connection overrides (as in a URL's fragment) that say how long it waits and how often it tries again. */
  patience: string;
  /** Signature headers where they are not Twilio's. */
  sign?(call: LiveCall, url: string, isForged: boolean): Record<string, string>;
  /** What a caller hears when there are no instructions; null: nothing, the line goes dead. */
  apology: string | null;
  streamFrames: StreamFrames;
  /** Whether relative URLs are resolved against the document's own. */
  resolvesUrls: boolean;
};

/** A caller in a queue. */
export type Waiting = { call: LiveCall; since: number };

export type WaitingLine = {
  sid: string;
  name: string;
  accountSid: string;
  maxSize: number;
  members: Waiting[];
};

export type Participant = {
  call: LiveCall;
  isMuted: boolean;
  isHeld: boolean;
  endsRoom: boolean;
  label: string;
};

/** A conference; it runs once someone who may start it is in. */
export type Room = {
  sid: string;
  name: string;
  accountSid: string;
  hasStarted: boolean;
  sequence: number;
  members: Participant[];
  status?: { target: Target; events: string[] };
};

/** A browser softphone that is connected to the carrier and wants to be rung. */
export type Client = {
  accountSid: string;
  identity: string;
  /** Rings a leg in this browser; what the document's parameters say is shown there. */
  ring(leg: LiveCall, line: Person["line"], parameters: Record<string, string>): { stop(): void };
};

/** What all calls of one simulator share. */
export type Voice = {
  readonly world: World;
  readonly carriers: Record<CarrierName, VoiceCarrier>;
  readonly calls: Map<string, LiveCall>;
  readonly queues: Map<string, WaitingLine>;
  readonly rooms: Map<string, Room>;
  /** How the people behave whom the product dials, by address. */
  readonly behaviours: Map<string, Behaviour>;
  /** Browser softphones that are registered now. */
  readonly clients: Set<Client>;
  /** Goes on with a call that lost the one it was connected to. */
  readonly carryOn: (call: LiveCall) => void;
  /** Runs steps on a call; the verbs that nest documents reach it here. */
  readonly perform: (call: LiveCall, steps: Step[]) => Promise<Next>;
};

/** A control that nothing has reached for yet. */
export function freshControl(): Control {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { pending: null, arrived: promise, announce: resolve };
}

/** The wall clock of the call: where it began plus its own seconds. */
export function callDate(call: LiveCall): Date {
  return new Date(call.begunAt.getTime() + call.seconds * 1000);
}

export function tell(call: LiveCall, news: CallNews): void {
  for (const listener of call.listeners) listener(news);
}

/** Notes what the carrier would write to its debugger. */
export function complain(call: LiveCall, code: string, message: string): void {
  call.report.problems.push({ at: round(call.seconds), code, message });
  tell(call, { type: "problem", code, message });
}

/** Times in reports: tenths of a second are enough. */
export function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
