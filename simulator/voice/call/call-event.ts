import type { Recording } from "../../world/records";

/** How a `<Dial>` went. */
export type DialOutcome = {
  status: "completed" | "busy" | "no-answer" | "failed" | "canceled";
  /** The leg that answered, or the last one tried; null for a conference or queue. */
  childSid: string | null;
  seconds: number;
  isBridged: boolean;
  recording: Recording | null;
};

export type QueueMoment = {
  queueSid: string;
  position: number;
  seconds: number;
  averageSeconds: number;
  size: number;
  maxSize: number;
};

/** Moments in the life of a leg that a status callback may be asked for. */
export type LifeMoment = "initiated" | "ringing" | "answered" | "ended";

/** Why the carrier makes a request about a call. Each carrier words the fields of each kind its own way. */
export type CallEvent =
  | { kind: "answer" | "redirect" | "whisper" | "transfer" }
  | { kind: "life"; moment: LifeMoment; sequence: number }
  | { kind: "fallback"; code: string; url: string }
  | { kind: "gather"; digits: string; speech: string; finishedBy: string; language: string }
  | { kind: "partial"; text: string; sequence: number; isStable: boolean }
  | {
      kind: "record";
      recording: Recording;
      format: string;
      end: "silence" | "limit" | "key" | "hangUp";
      key: string;
    }
  | { kind: "recording"; recording: Recording; format: string; state: "in-progress" | "completed" | "absent" }
  | { kind: "transcription"; recording: Recording; sid: string; text: string }
  | { kind: "dial"; outcome: DialOutcome }
  | {
      kind: "dial-progress";
      action: "answer" | "connected" | "hangup" | "digits";
      childSid: string;
      digits: string;
    }
  | { kind: "queue-wait"; moment: QueueMoment }
  | { kind: "queue"; result: string; queueSid: string; seconds: number }
  | { kind: "queue-whisper"; queueSid: string; seconds: number; dequeuingSid: string }
  | { kind: "conference"; name: string; roomSid: string; change: string; extra: Record<string, string> }
  | {
      kind: "relay";
      sessionId: string;
      status: string;
      seconds: number;
      handoff: string | null;
      error: [string, string] | null;
    }
  | { kind: "stream" }
  | {
      kind: "stream-status";
      streamId: string;
      name: string;
      state: "started" | "stopped" | "error" | "played";
      url: string;
    }
  | { kind: "pay"; fields: Record<string, string> }
  | { kind: "machine"; answeredBy: string; seconds: number };
