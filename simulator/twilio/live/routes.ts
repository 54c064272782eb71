import type { Route } from "../../http/exchange";
import { twilioRoute } from "../api/twilio-route";
import {
  addParticipant,
  changeConference,
  changeParticipant,
  fetchConference,
  listConferences,
  listParticipants,
  removeParticipant,
} from "./conferences";
import { dequeueMember, fetchQueue, listMembers, listQueues } from "./queues";
import { changeRecording, startRecording } from "./recordings";

/** What Twilio's REST does to calls that are up: their recordings, queues and conferences. */
export const liveRoutes: Route[] = [
  twilioRoute("POST", "/Calls/{callSid}/Recordings.json", startRecording),
  twilioRoute("POST", "/Calls/{callSid}/Recordings/{sid}.json", changeRecording),
  twilioRoute("POST", "/Calls/{callSid}/Recordings/Twilio.CURRENT.json", changeRecording),
  twilioRoute("GET", "/Queues.json", listQueues),
  twilioRoute("GET", "/Queues/{sid}.json", fetchQueue),
  twilioRoute("GET", "/Queues/{sid}/Members.json", listMembers),
  twilioRoute("POST", "/Queues/{sid}/Members/{member}.json", dequeueMember),
  twilioRoute("GET", "/Conferences.json", listConferences),
  twilioRoute("GET", "/Conferences/{sid}.json", fetchConference),
  twilioRoute("POST", "/Conferences/{sid}.json", changeConference),
  twilioRoute("GET", "/Conferences/{sid}/Participants.json", listParticipants),
  twilioRoute("POST", "/Conferences/{sid}/Participants.json", addParticipant),
  twilioRoute("POST", "/Conferences/{sid}/Participants/{callSid}.json", changeParticipant),
  twilioRoute("DELETE", "/Conferences/{sid}/Participants/{callSid}.json", removeParticipant),
];
