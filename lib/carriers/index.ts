export { explainFailure } from "./explain";
export type {
  AccountCheck,
  ApplicationInput,
  ApplicationState,
  Applications,
  CarrierAccount,
} from "./ports/account";
export type { Carrier } from "./ports/carrier";
export { type CarrierCredentials, type CarrierName, type Connection, carrierNames } from "./ports/connection";
export type { Capability, CarrierDescription, CredentialField } from "./ports/description";
export type { Explanation, FailureAction, FailureKind } from "./ports/explanation";
export type * from "./ports/instructions";
export type {
  AvailableNumber,
  NumberKind,
  NumberRouting,
  NumberSearch,
  Numbers,
  OwnedNumber,
  RoutingChange,
} from "./ports/numbers";
export type { Accepted, CarrierOutcome, Rejected, RetryLater, Unknown } from "./ports/outcomes";
export type { RecordingState, Recordings } from "./ports/recordings";
export type { Media, OutgoingText, SentText, TextChannel, TextFilter, Texting } from "./ports/texting";
export { type TextState, type TextStatus, textStatuses } from "./ports/texting";
export { type CallState, type CallStatus, callStatuses, type OutgoingCall, type Voice } from "./ports/voice";
export { openWebhook, type WebhookRequest } from "./ports/webhook-request";
export type {
  CallEvent,
  CallWebhookKind,
  InboundText,
  Parsed,
  TextStatusUpdate,
  WebhookKind,
  Webhooks,
  WebhookVerdict,
} from "./ports/webhooks";
export { allCarriers, carrier, isCarrierName } from "./registry";
