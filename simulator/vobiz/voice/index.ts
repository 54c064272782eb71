/** Vobiz's side of a call that is up. */
export { localTime, utcTime } from "./times";
export { vobizVoice } from "./vobiz-voice";
