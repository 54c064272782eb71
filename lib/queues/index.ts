export { assignCallers } from "./assign-callers";
export { changeQueue, createQueue, removeQueue } from "./change-queues";
export { findOverdue } from "./find-overdue";
export { endTalk, joinQueue, leaveQueue, returnToLine, takeFromQueue, type WaitOutcome } from "./keep-waits";
export { lookAround, musicUrl } from "./look-around";
export { openMusic, removeMusic, saveMusic } from "./music";
export { readBoard } from "./read-board";
export { getQueue, listQueues } from "./read-queues";
export { reserveCaller, sendCallerOn } from "./reserve-caller";
