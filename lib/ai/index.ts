export { chatModel, installModel } from "./chat-model";
export { ModelFailure } from "./model-failure";
export { type ModelSettings, openModel } from "./open-model";
export type {
  AskedTool,
  ChatEntry,
  ChatModel,
  ChatPiece,
  ChatRequest,
  ChatTool,
  FailureReason,
} from "./schema";
