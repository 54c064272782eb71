export {
  type Assignee,
  assignConversation,
  assignConversationIn,
  closeConversation,
  closeConversationIn,
  passOnConversation,
  prioritiseConversation,
  prioritiseConversationIn,
  reopenConversation,
  snoozeConversation,
  tagConversation,
} from "./change-conversation";
export { type ChangeOutcome, changeConversations } from "./change-conversations";
export { type JoinedConversation, type Joining, joinConversation } from "./join-conversation";
export { type NewestEntry, noteEntry } from "./note-entry";
export { recordConversationEvent } from "./record-conversation-event";
export { previewOf, whatsappWindowEnd } from "./rules";
