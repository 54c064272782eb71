export { forgetSwitches, readSwitches, readSwitchesIn, switchesKey } from "./read-switches";
