import type { Route } from "../../http/exchange";
import { twilioRoute } from "../api/twilio-route";
import { deleteCall, fetchCall, listCalls, updateCall } from "./change-call";
import { createCall } from "./create-call";
import { deleteRecording, downloadRecording, fetchRecording, listRecordings } from "./recordings";

/** Twilio's calls and their recordings. Life comes into a call from the call runner in `simulator/voice`. */
export const callRoutes: Route[] = [
  twilioRoute("POST", "/Calls.json", createCall),
  twilioRoute("GET", "/Calls.json", listCalls),
  twilioRoute("GET", "/Calls/{sid}.json", fetchCall),
  twilioRoute("POST", "/Calls/{sid}.json", updateCall),
  twilioRoute("DELETE", "/Calls/{sid}.json", deleteCall),
  twilioRoute("GET", "/Calls/{callSid}/Recordings.json", listRecordings),
  twilioRoute("GET", "/Recordings.json", listRecordings),
  twilioRoute("GET", "/Recordings/{sid}.json", fetchRecording),
  twilioRoute("GET", "/Recordings/{sid}", downloadRecording),
  twilioRoute("GET", "/Recordings/{sid}.wav", downloadRecording),
  twilioRoute("GET", "/Recordings/{sid}.mp3", downloadRecording),
  twilioRoute("DELETE", "/Recordings/{sid}.json", deleteRecording),
];
