import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";
import { beginRecording, finishRecording, type LiveCall } from "../../voice/call";
import { voiceOf } from "../../voice/voice-of";
import type { Recording } from "../../world/records";
import { rfc2822 } from "../api/dates";
import { notFound, TwilioError } from "../api/errors";
import type { TwilioCall } from "../api/twilio-route";

/** POST Calls/{callSid}/Recordings.json: records a call that is up. */
export async function startRecording(request: TwilioCall): Promise<Reply> {
  const call = findLive(request);
  const { form, world } = request;
  const url = form.get("RecordingStatusCallback");
  const method = form.get("RecordingStatusCallbackMethod")?.toUpperCase() === "GET" ? "GET" : "POST";
  const running = await beginRecording(call, {
    isDual: form.get("RecordingChannels") === "dual",
    source: "StartCallRecordingAPI",
    format: "wav",
    callback: url ? { url, method } : undefined,
    callbackEvents: form.getAll("RecordingStatusCallbackEvent").flatMap((event) => event.split(" ")),
  });
  if (running.callbackEvents.length === 0) running.callbackEvents.push("completed");
  const recording = world.store.recordings.get(running.sid);
  return json(201, recording ? render(recording) : {});
}

/** POST Calls/{callSid}/Recordings/{sid}.json `Status=paused|in-progress|stopped`; `Twilio.CURRENT` is the one that runs. */
export function changeRecording(request: TwilioCall): Reply {
  const call = findLive(request);
  const { params, form, world, exchange } = request;
  const running = call.recordings.find(({ sid }) => sid === params.sid) ?? currentOf(call, exchange.path);
  const recording = world.store.recordings.get(running?.sid ?? "");
  if (!running || !recording) throw notFound(exchange.path);
  const status = form.get("Status");
  if (status === "stopped") finishRecording(call, running);
  else if (status === "paused" || status === "in-progress") recording.status = status;
  else throw new TwilioError(20001, "Status must be paused, in-progress or stopped");
  world.ledger.write("recording.changed", { carrier: "twilio", sid: recording.sid, status });
  return json(200, render(recording));
}

function currentOf({ recordings }: LiveCall, path: string) {
  return path.includes("/Twilio.CURRENT.") ? recordings.at(-1) : undefined;
}

function findLive({ world, account, params, exchange }: TwilioCall): LiveCall {
  const call = voiceOf(world).calls.get(params.callSid ?? "");
  if (!call || call.record.accountSid !== account.sid) throw notFound(exchange.path);
  if (call.end || call.record.status !== "in-progress")
    throw new TwilioError(21220, "Call is not in-progress. Cannot record.");
  return call;
}

function render({ sid, accountSid, callSid, status, channels, source, startedAt }: Recording) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${callSid}/Recordings/${sid}.json`;
  const times = { date_created: rfc2822(startedAt), start_time: rfc2822(startedAt) };
  return {
    sid,
    account_sid: accountSid,
    call_sid: callSid,
    status,
    channels,
    source,
    ...times,
    duration: null,
    uri,
  };
}
