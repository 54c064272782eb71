/** Something that reached the caller's ear; `at` counts seconds from the first ring, in the call's own time. */
export type Heard = {
  at: number;
  text?: string;
  play?: string;
  digits?: string;
  tone?: "ringing" | "beep" | "busy" | "music" | "silence" | "voice";
  seconds: number;
  language?: string;
  voice?: string;
  /** The caller spoke, pressed or hung up after this many seconds of it. */
  cutAfter?: number;
  /** Who was heard when it was not the product's own voice. */
  from?: "party" | "carrier";
};

/** Something that the caller did. */
export type Done = { at: number } & ({ say: string } | { press: string } | { hangUp: true });

/** One request to the product about this call. */
export type RequestMade = {
  at: number;
  event: string;
  method: string;
  url: string;
  params: Record<string, string>;
  status: number;
  contentType: string;
  body: string;
  ms: number;
  attempts: number;
  error: string | null;
};

export type RelayTurn = {
  at: number;
  prompt: string;
  firstTokenMs: number | null;
  lastTokenMs: number | null;
  tokens: number;
};

/** What one can say about a call from the carrier's side. */
export type Report = {
  heard: Heard[];
  did: Done[];
  requests: RequestMade[];
  /** What the carrier would have logged: codes as in its own list, `simulator` for limits of this program. */
  problems: { at: number; code: string; message: string }[];
  /** Stretches in which the caller heard nothing and nobody listened, longer than the limit. */
  deadAir: { at: number; seconds: number }[];
  relayTurns: RelayTurn[];
};

/** What a listener at the handset page is told as it happens. */
export type CallNews =
  | { type: "heard"; heard: Heard }
  | { type: "did"; did: Done }
  | {
      type: "listening";
      keys: boolean;
      speech: boolean;
      seconds: number;
      numDigits: number | null;
      language?: string;
    }
  | { type: "state"; status: string; at: number }
  | { type: "request"; request: RequestMade }
  | { type: "problem"; code: string; message: string }
  | { type: "over"; by: string; status: string; seconds: number };

export function emptyReport(): Report {
  return { heard: [], did: [], requests: [], problems: [], deadAir: [], relayTurns: [] };
}
