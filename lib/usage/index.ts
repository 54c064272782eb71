export { exportUsage } from "./export-usage";
export { readUsage } from "./read-usage";
export { recordUsage } from "./record-usage";
export { rentNumber } from "./rent-number";
export { type Reservation, reserveUsage } from "./reserve-usage";
export { releaseUsage, settleUsage } from "./settle-usage";
