/** Speech: text is cleaned when it is rendered, so that no character can break the document. */
export type Say = { kind: "say"; text: string; language?: string; voice?: string; loop?: number };

/** An audio file at an absolute https URL. */
export type Play = { kind: "play"; url: string; loop?: number };

export type Pause = {
  kind: "pause";
  seconds: number;
  /** Ends as soon as the other side is silent. A carrier that says by itself when a machine has finished does not pause at all. */
  untilSilence?: boolean;
};

/** Asks for speech, keys or both. `prompt` is heard meanwhile and can be interrupted. */
export type Gather = {
  kind: "gather";
  /** Absolute URL that receives the input. */
  url: string;
  input: readonly ("speech" | "keys")[];
  prompt: readonly (Say | Play | Pause)[];
  language?: string;
  /** Seconds of silence before giving up, 1 to 60; default 5. */
  timeoutSeconds?: number;
  /** Seconds of silence that end an utterance; default "auto". */
  speechEndSeconds?: number | "auto";
  maxDigits?: number;
  /** Key that ends keying; "" = none; default "#". */
  finishKey?: string;
  hints?: readonly string[];
  speechModel?: string;
  /** Ask `url` after silence too; default true. Otherwise the next instruction runs. */
  reportSilence?: boolean;
};

/** Voicemail and the like. Nothing after it runs: `url` decides what follows. */
export type TakeRecording = {
  kind: "record";
  url: string;
  /** Hears when the file is ready. */
  statusUrl?: string;
  maxSeconds: number;
  /** Seconds of silence that end it; default 5. */
  silenceSeconds?: number;
  finishKey?: string;
  beep?: boolean;
  /** Receives the carrier's own transcript where it makes one. */
  transcribeUrl?: string;
};

/** Someone to ring: a phone number, a softphone identity, or a waiting caller. */
export type DialTarget =
  | { kind: "number"; e164: string; screenUrl?: string; statusUrl?: string; sendDigits?: string }
  | {
      kind: "client";
      identity: string;
      screenUrl?: string;
      statusUrl?: string;
      parameters?: Readonly<Record<string, string>>;
    }
  | { kind: "queue"; name: string; screenUrl?: string }
  | { kind: "conference"; name: string; waitUrl?: string; statusUrl?: string; endOnExit?: boolean };

/** Connects the caller; several targets ring together and the first answer wins. `url` decides what follows. */
export type Dial = {
  kind: "dial";
  targets: readonly DialTarget[];
  /** Always given: without it a failed dial would fall through to silence. */
  url: string;
  callerId?: string;
  ringSeconds?: number;
  limitSeconds?: number;
  record?: { statusUrl: string };
  hangUpOnStar?: boolean;
};

/** Puts the caller in a named queue; `waitUrl` is asked again and again for music and words. */
export type Enqueue = { kind: "enqueue"; name: string; url: string; waitUrl: string };

/** Out of the queue, on with what `Enqueue.url` answers. */
export type LeaveQueue = { kind: "leave_queue" };

/** The carrier does speech, we do text, over a WebSocket. `url` is asked when the session ends, however it ends. */
export type ConnectRelay = {
  kind: "connect_relay";
  socketUrl: string;
  url: string;
  greeting?: string;
  language?: string;
  voice?: string;
  speechProvider?: string;
  transcriptionProvider?: string;
  hints?: readonly string[];
  /** What the caller may interrupt with; default "any". */
  interruptible?: "none" | "dtmf" | "speech" | "any";
  parameters?: Readonly<Record<string, string>>;
};

/** Raw audio both ways over a WebSocket. */
export type ConnectStream = {
  kind: "connect_stream";
  socketUrl: string;
  url?: string;
  statusUrl?: string;
  parameters?: Readonly<Record<string, string>>;
};

/** Starts recording the whole call in the background. */
export type StartRecording = { kind: "start_recording"; statusUrl: string };

/** Ends what {@link StartRecording} began. */
export type StopRecording = { kind: "stop_recording" };

/** Takes a card over the keypad; digits never reach us. */
export type Pay = {
  kind: "pay";
  url: string;
  statusUrl?: string;
  /** Major units as text, "12.50"; left out = store the card only. */
  amount?: string;
  currency?: string;
  connector?: string;
  description?: string;
  language?: string;
};

export type Redirect = { kind: "redirect"; url: string };
export type SendDigits = { kind: "send_digits"; digits: string };
export type HangUp = { kind: "hang_up" };

/** Refuses without answering; counts only as the first instruction. */
export type Reject = { kind: "reject"; reason: "rejected" | "busy" };

/** What a call is told to do, in no carrier's words. One renderer per carrier writes it down. */
export type Instruction =
  | Say
  | Play
  | Pause
  | Gather
  | TakeRecording
  | Dial
  | Enqueue
  | LeaveQueue
  | ConnectRelay
  | ConnectStream
  | StartRecording
  | StopRecording
  | Pay
  | Redirect
  | SendDigits
  | HangUp
  | Reject;
