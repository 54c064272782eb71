import type { HookHandler } from "./hook";
import { readBody } from "./read-body";
import { tooLarge } from "./reply";

/** What stands behind a URL that takes everything a carrier has to say. */
export type Doors = {
  text: HookHandler;
  textStatus: HookHandler;
  recording: HookHandler;
  status: HookHandler;
  answer: HookHandler;
};

const endings = ["completed", "busy", "failed", "no-answer", "canceled"];

/** One URL for texts, their states, calls and their states: the fields say which one came. */
export function frontDoor(doors: Doors): HookHandler {
  return async (request, params) => {
    const body = await readBody(request);
    if (body === null) return tooLarge();
    const isGet = request.method === "GET";
    const fields = new URLSearchParams(isGet ? new URL(request.url).search : body);
    const { url, method, headers } = request;
    return choose(doors, fields)(new Request(url, { method, headers, ...(isGet ? {} : { body }) }), params);
  };
}

function choose(doors: Doors, fields: URLSearchParams): HookHandler {
  const state = fields.get("MessageStatus") ?? fields.get("SmsStatus");
  if (fields.has("MessageSid")) return state && state !== "received" ? doors.textStatus : doors.text;
  if (fields.has("RecordingStatus")) return doors.recording;
  const isProgress = fields.get("CallbackSource") === "call-progress-events";
  return isProgress || endings.includes(fields.get("CallStatus") ?? "") ? doors.status : doors.answer;
}
