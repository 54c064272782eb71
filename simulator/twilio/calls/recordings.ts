import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import type { Recording } from "../../world/records";
import { passesDateFilters, rfc2822 } from "../api/dates";
import { notFound } from "../api/errors";
import { pageReply } from "../api/paging";
import type { TwilioCall } from "../api/twilio-route";

/** GET Recordings.json and Calls/{callSid}/Recordings.json, by `CallSid`, `ConferenceSid`, `DateCreated`, `IncludeSoftDeleted`. */
export function listRecordings({ world, account, params, query, exchange }: TwilioCall): Reply {
  const callSid = params.callSid ?? query.get("CallSid");
  const conferenceSid = query.get("ConferenceSid");
  const withDeleted = query.get("IncludeSoftDeleted") === "true";
  const found = [...world.store.recordings.values()]
    .filter(
      (recording) => recording.accountSid === account.sid && (withDeleted || recording.status !== "deleted"),
    )
    .filter((recording) => !callSid || recording.callSid === callSid)
    .filter((recording) => !conferenceSid || recording.conferenceSid === conferenceSid)
    .filter((recording) => passesDateFilters(query, "DateCreated", recording.createdAt));
  return pageReply(exchange, "recordings", found.reverse(), (recording) => render(world.ownUrl, recording));
}

/** GET Recordings/{sid}.json */
export function fetchRecording(call: TwilioCall): Reply {
  return json(200, render(call.world.ownUrl, findRecording(call)));
}

/** GET Recordings/{sid} (WAV), .wav and .mp3. There is no encoder here: the bytes are WAV under every name, and say so. */
export function downloadRecording(call: TwilioCall): Reply {
  const recording = findRecording(call);
  if (recording.status !== "completed") throw notFound(call.exchange.path);
  const headers = { "content-type": "audio/x-wav", "content-length": String(recording.data.length) };
  return { status: 200, headers, body: recording.data };
}

/** DELETE Recordings/{sid}.json: the sound goes, what is known about it stays for forty days. */
export function deleteRecording(call: TwilioCall): Reply {
  const recording = findRecording(call);
  if (recording.status === "deleted") throw notFound(call.exchange.path);
  recording.status = "deleted";
  recording.data = Buffer.alloc(0);
  recording.updatedAt = call.world.clock.now();
  const { carrier, sid, accountSid, callSid } = recording;
  call.world.ledger.write("recording.deleted", { carrier, sid, accountSid, callSid });
  return nothing();
}

function findRecording({ world, account, params, exchange }: TwilioCall): Recording {
  const recording = world.store.recordings.get(params.sid ?? "");
  if (recording?.accountSid !== account.sid) throw notFound(exchange.path);
  return recording;
}

function render(ownUrl: string, recording: Recording): Record<string, unknown> {
  const uri = `/2010-04-01/Accounts/${recording.accountSid}/Recordings/${recording.sid}`;
  return {
    account_sid: recording.accountSid,
    api_version: "2010-04-01",
    call_sid: recording.callSid,
    channels: recording.channels,
    conference_sid: recording.conferenceSid,
    date_created: rfc2822(recording.createdAt),
    date_updated: rfc2822(recording.updatedAt),
    duration: String(recording.durationSeconds),
    encryption_details: null,
    error_code: null,
    media_url: `${ownUrl}${uri}`,
    price: null,
    price_unit: "USD",
    sid: recording.sid,
    source: recording.source,
    start_time: rfc2822(recording.startedAt),
    status: recording.status,
    subresource_uris: { transcriptions: `${uri}/Transcriptions.json` },
    uri: `${uri}.json`,
  };
}
