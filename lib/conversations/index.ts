export {
  type Assignee,
  assignConversation,
  closeConversation,
  passOnConversation,
  prioritiseConversation,
  reopenConversation,
  snoozeConversation,
} from "./change-conversation";
export { type JoinedConversation, type Joining, joinConversation } from "./join-conversation";
export { type NewestEntry, noteEntry } from "./note-entry";
export { recordConversationEvent } from "./record-conversation-event";
export { previewOf, whatsappWindowEnd } from "./rules";
