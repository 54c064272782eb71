export { takeUpgrade } from "./upgrade";
