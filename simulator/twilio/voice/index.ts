/** Twilio's side of a call that is up. */
export { twilioVoice } from "./twilio-voice";
