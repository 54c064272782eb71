import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import { makeSilentMp3 } from "../../voice/call";
import type { Recording } from "../../world/records";
import type { World } from "../../world/world";
import { utcTime } from "../voice";
import { VobizError } from "./errors";
import { readCount, type VobizCall } from "./vobiz-route";

/** GET Recording/: `limit`, `offset`, `call_uuid`. */
export function listRecordings({ world, account, query, apiId }: VobizCall): Reply {
  const limit = readCount(query, "limit", 20, 100);
  const offset = readCount(query, "offset", 0, 1_000_000);
  const callUuid = query.get("call_uuid");
  const all = [...world.store.recordings.values()].filter(
    ({ accountSid, callSid, status }) =>
      accountSid === account.sid && status !== "deleted" && (!callUuid || callSid === callUuid),
  );
  const objects = all.slice(offset, offset + limit).map((recording) => render(world, recording));
  const meta = { limit, offset, next: null, previous: null, total_count: all.length };
  return json(200, { api_id: apiId, meta, objects });
}

/** GET Recording/{id}/ */
export function fetchRecording(call: VobizCall): Reply {
  return json(200, { api_id: call.apiId, ...render(call.world, find(call)) });
}

/** DELETE Recording/{id}/ */
export function deleteRecording(call: VobizCall): Reply {
  const recording = find(call);
  recording.status = "deleted";
  recording.data = Buffer.alloc(0);
  call.world.ledger.write("recording.deleted", { carrier: "vobiz", sid: recording.sid });
  return nothing();
}

/** GET …/Recording/{id}.wav on the media host. */
export function downloadWave(call: VobizCall): Reply {
  return { status: 200, headers: { "content-type": "audio/wav" }, body: whole(call).data };
}

/** GET …/Recording/{id}.mp3 on the media host. There is no encoder here: its length is right, its sound is silence. */
export function downloadMp3(call: VobizCall): Reply {
  const body = makeSilentMp3(whole(call).durationSeconds);
  return { status: 200, headers: { "content-type": "audio/mpeg" }, body };
}

/** A recording that still runs has no file yet. */
function whole(call: VobizCall): Recording {
  const recording = find(call);
  if (recording.status !== "completed") throw new VobizError(404, "The file is not there yet");
  return recording;
}

function find({ world, account, params }: VobizCall): Recording {
  const recording = world.store.recordings.get(params.id ?? "");
  if (recording?.accountSid !== account.sid || recording.status === "deleted") {
    throw new VobizError(404, "There is no such recording");
  }
  return recording;
}

/** One number comes with its plus and one without, as in Vobiz's own samples. */
function render(world: World, recording: Recording) {
  const call = world.store.calls.get(recording.callSid);
  const milliseconds = recording.durationSeconds * 1000;
  return {
    recording_id: recording.sid,
    recording_url: `${world.ownUrl}/v1/Account/${recording.accountSid}/Recording/${recording.sid}.mp3`,
    recording_format: "mp3",
    recording_type: recording.conferenceSid ? "conference" : "call",
    call_uuid: recording.callSid,
    from_number: call?.from ?? "",
    to_number: (call?.to ?? "").replace("+", ""),
    recording_duration_ms: String(milliseconds),
    rounded_recording_duration: Math.ceil(recording.durationSeconds / 60) * 60_000,
    recording_start_ms: String(recording.startedAt.getTime()),
    recording_end_ms: String(recording.startedAt.getTime() + milliseconds),
    add_time: utcTime(recording.createdAt),
    resource_uri: `/v1/Account/${recording.accountSid}/Recording/${recording.sid}/`,
  };
}
