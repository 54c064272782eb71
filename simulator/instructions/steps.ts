/** Where a verb sends its request. A relative URL is resolved against the document that held it. */
export type Target = { url: string; method: "GET" | "POST" };

/** Something wrong with a document that does not stop the call, or (in a reading that failed) does. */
export type Problem = { code: string; message: string };

export type SayStep = { verb: "say"; text: string; loop: number; voice?: string; language?: string };
export type PlayStep = { verb: "play"; url?: string; digits?: string; loop: number };
export type PauseStep = { verb: "pause"; seconds: number };
export type PromptStep = SayStep | PlayStep | PauseStep;

export type GatherStep = {
  verb: "gather";
  keys: boolean;
  speech: boolean;
  /** Absent: the document that is running is asked again (Twilio's trap). */
  action?: Target;
  /** Seconds of silence after the prompts before giving up. */
  timeout: number;
  /** Seconds of silence that end an utterance. */
  speechEnd: number;
  /** Seconds without a further key that end the digits. */
  digitEnd: number;
  numDigits: number;
  finishOnKey: string;
  /** What happens when nothing was heard. `notify` posts and still runs the next verb. */
  whenEmpty: "next" | "action" | "notify";
  /** False: the action's answer is not executed. */
  followsAction: boolean;
  language: string;
  partial?: Target;
  prompts: PromptStep[];
};

export type RecordStep = {
  verb: "record";
  action?: Target;
  silence: number;
  finishOnKey: string;
  maxLength: number;
  beep: boolean;
  format: "wav" | "mp3";
  callback?: Target;
  callbackEvents: string[];
  transcribe?: { url?: string };
  followsAction: boolean;
  /** Vobiz: record the whole call in the background instead of a message. */
  session: boolean;
};

export type Party = {
  kind: "number" | "client" | "sip";
  address: string;
  /** Instructions the called party hears before being connected. */
  whisper?: Target;
  sendDigits?: string;
  status?: { target: Target; events: string[] };
  parameters: Record<string, string>;
};

export type ConferenceRoom = {
  name: string;
  startOnEnter: boolean;
  endOnExit: boolean;
  muted: boolean;
  beep: boolean;
  wait?: Target;
  status?: { target: Target; events: string[] };
  record: boolean;
  recordingCallback?: Target;
  label?: string;
};

export type DialStep = {
  verb: "dial";
  action?: Target;
  timeout: number;
  timeLimit: number;
  callerId?: string;
  hangupOnStar: boolean;
  answerOnBridge: boolean;
  record: boolean;
  dualChannel: boolean;
  recordingCallback?: Target;
  callback?: Target;
  followsAction: boolean;
  /** Vobiz: the called party hears this and must press the key. */
  confirm?: { sound: string; key: string };
  parties: Party[];
  queue?: { name: string; whisper?: Target };
  conference?: ConferenceRoom;
};

export type EnqueueStep = {
  verb: "enqueue";
  name: string;
  action?: Target;
  /** Absent: the carrier's own music. */
  wait?: Target;
  silentWait: boolean;
  maxSize: number;
};

export type RelayStep = {
  verb: "relay";
  url: string;
  action?: Target;
  welcome?: string;
  language: string;
  dtmf: boolean;
  interruptible: { speech: boolean; dtmf: boolean };
  parameters: Record<string, string>;
};

export type StreamStep = {
  verb: "stream";
  url: string;
  name?: string;
  action?: Target;
  twoWay: boolean;
  /** False: runs beside the following verbs. */
  holdsCall: boolean;
  encoding: "audio/x-mulaw" | "audio/x-l16";
  sampleRate: number;
  status?: Target;
  parameters: Record<string, string>;
};

export type PayStep = {
  verb: "pay";
  action?: Target;
  status?: Target;
  chargeAmount?: string;
  currency: string;
  tokenType: string;
  prompts: string[];
};

export type Step =
  | PromptStep
  | GatherStep
  | RecordStep
  | DialStep
  | EnqueueStep
  | RelayStep
  | StreamStep
  | PayStep
  | { verb: "redirect"; target: Target }
  | { verb: "hangUp"; reason?: "rejected" | "busy"; after: number }
  | { verb: "reject"; reason: "rejected" | "busy" }
  | { verb: "leave" }
  | { verb: "startRecording"; callback?: Target; callbackEvents: string[]; dualChannel: boolean }
  | { verb: "stopRecording" }
  | { verb: "stopStream"; name?: string };

/** What a carrier makes of a document: steps to run, or the reason why the call cannot go on. */
export type Reading = { ok: true; steps: Step[]; warnings: Problem[] } | { ok: false; problem: Problem };
