/** A call while it is up: what it knows, how time passes on it, and its requests to the product. */
export type { CallEvent, DialOutcome, LifeMoment, QueueMoment } from "./call-event";
export { createLiveCall } from "./create-live-call";
export { fetchInstructions, readDocument } from "./fetch-instructions";
export {
  addQuiet,
  endQuiet,
  hear,
  type Interruption,
  noteReaction,
  pass,
  passUntil,
  speakingSeconds,
} from "./hear";
export { announceMoment, endedBy, enter, talkedSeconds } from "./life";
export {
  type Bridge,
  type CallOptions,
  type Change,
  type Client,
  type Control,
  callDate,
  complain,
  type End,
  freshControl,
  type LiveCall,
  type Next,
  type Participant,
  type Room,
  type RunningRecording,
  round,
  type StreamFrames,
  type StreamInfo,
  type StreamInput,
  tell,
  type Voice,
  type VoiceCarrier,
  type Waiting,
  type WaitingLine,
} from "./live-call";
export { beginRecording, finishRecording } from "./recording";
export type {
  CallNews,
  Done,
  Heard,
  RelayTurn,
  Report,
  RequestMade,
} from "./report";
export { notify, resolveUrl } from "./request";
export type { InstructionAnswer, Routing } from "./routing";
export { tellDesk } from "./tell-desk";
export { makeSilentMp3 } from "./wave";
