import type { RecordingInstance } from "twilio/lib/rest/api/v2010/account/recording";
import type { Connection } from "../../ports/connection";
import type { CarrierOutcome } from "../../ports/outcomes";
import type { RecordingState, Recordings } from "../../ports/recordings";
import { callbackUrl } from "../facts/callback-url";
import { readRemoval } from "./account";
import { twilioClient } from "./client";
import { fetchTwilioRecording } from "./media";
import { readFailure, readNothing } from "./outcome";

/** Recordings at Twilio. */
export const recordings: Recordings = {
  start: startRecording,
  stop: stopRecording,
  list: listRecordings,
  download: fetchTwilioRecording,
  remove: removeRecording,
};

async function startRecording(
  connection: Connection,
  callSid: string,
  input: { statusUrl: string },
): Promise<CarrierOutcome> {
  try {
    const client = await twilioClient(connection);
    const recording = await client.calls(callSid).recordings.create({
      recordingChannels: "dual",
      recordingStatusCallback: callbackUrl(input.statusUrl),
      recordingStatusCallbackMethod: "POST",
      recordingStatusCallbackEvent: ["completed", "absent"],
    });
    return { outcome: "accepted", sid: recording.sid };
  } catch (error) {
    return readFailure(error);
  }
}

async function stopRecording(
  connection: Connection,
  callSid: string,
  recordingId: string,
): Promise<CarrierOutcome> {
  try {
    const client = await twilioClient(connection);
    await client.calls(callSid).recordings(recordingId).update({ status: "stopped" });
    return { outcome: "accepted", sid: recordingId };
  } catch (error) {
    return readRemoval(error, recordingId);
  }
}

async function listRecordings(connection: Connection, callSid: string): Promise<RecordingState[]> {
  try {
    const client = await twilioClient(connection);
    const found = await client.recordings.list({ callSid, limit: 50 });
    return found.map(toState);
  } catch (error) {
    return readNothing(error) ?? [];
  }
}

async function removeRecording(connection: Connection, recordingId: string): Promise<void> {
  try {
    const client = await twilioClient(connection);
    await client.recordings(recordingId).remove();
  } catch (error) {
    readNothing(error);
  }
}

const overStatuses = ["completed", "absent"] as const;

function toState(recording: RecordingInstance): RecordingState {
  return {
    id: recording.sid,
    callSid: recording.callSid,
    // "stopped" and "processing" still become a file.
    status: overStatuses.find((status) => status === recording.status) ?? "in-progress",
    seconds: Math.max(0, Number(recording.duration) || 0),
    channels: Number(recording.channels) || 1,
  };
}
