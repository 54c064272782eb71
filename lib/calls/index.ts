export { type AnsweredCall, answerCall } from "./answer-call";
export { beginSession, type SessionStart } from "./begin-session";
export { type CallNews, continueCall, conversingOf } from "./continue-call";
export { type Exchange, keepExchange } from "./keep-exchange";
export { type OpenedRecording, openRecording } from "./open-recording";
export { receiveCallStatus } from "./receive-call-status";
export { receiveRecording, receiveTranscript } from "./receive-recording";
export type { CallReply } from "./schema";
export { getCall, listCalls, listConversationCalls, listTraces } from "./view-calls";
