import { isOver } from "../world/new-call";
import type { Call } from "../world/records";
import { type Change, callDate, type Voice } from "./call";

/** Twilio's `POST Calls/{sid}`: `Status` ends the call, `Url` or `Twiml` gives it other instructions. */
export function changeCall(voice: Voice, record: Call, change: URLSearchParams): void {
  const status = change.get("Status");
  if (status === "canceled" && record.status === "in-progress") return;
  if (status === "completed" || status === "canceled") {
    endNow(voice, record, status);
    return;
  }
  const url = change.get("Url");
  const document = change.get("Twiml");
  const method = change.get("Method")?.toUpperCase() === "GET" ? "GET" : "POST";
  if (url) reach(voice, record, { target: { url, method } });
  else if (document) reach(voice, record, { document });
}

/** Hands a change to a running call; the verb that is running stops. */
export function reach(voice: Voice, record: Call, change: Change): void {
  const call = voice.calls.get(record.sid);
  if (!call || call.end) return;
  call.control.pending = change;
  call.control.announce();
}

/** The end shows in the call's status at once; its callbacks follow. */
export function endNow(voice: Voice, record: Call, status: "completed" | "canceled"): void {
  const call = voice.calls.get(record.sid);
  reach(voice, record, { end: true });
  if (!call || isOver(record)) return;
  record.status = record.status === "in-progress" ? "completed" : status;
  record.endedAt = callDate(call);
  record.updatedAt = callDate(call);
}
