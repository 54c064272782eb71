export { markRead } from "./mark-read";
export { type NewNotification, notify } from "./notify";
export { readBoard } from "./read-board";
export type { NotificationBoard, NotificationView } from "./schema";
