export { countInbox } from "./count-inbox";
export { getConversation } from "./get-conversation";
export { keepDraft } from "./keep-draft";
export { listConversations } from "./list-conversations";
export { getMessage, listEntries, type StatusStep } from "./list-entries";
export { listInbox } from "./list-inbox";
export { markRead } from "./mark-read";
export { searchInbox } from "./search-inbox";
