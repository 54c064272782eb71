import { z } from "zod";
import { type FetchAnswer, fetchGuarded } from "@/lib/fetching";
import type { Connection } from "../../ports/connection";
import type { CarrierOutcome } from "../../ports/outcomes";
import type { RecordingState, Recordings } from "../../ports/recordings";
import type { Media } from "../../ports/texting";
import { readCredentials, type VobizCredentials } from "../facts/credentials";
import { askVobiz, readVobiz } from "./client";
import { readItems } from "./read-items";

const mediaHost = "media.vobiz.ai";
const largestRecording = 100 * 1024 * 1024;

/** Recordings at Vobiz. */
export const recordings: Recordings = {
  start: startRecording,
  stop: stopRecording,
  list: listRecordings,
  download: downloadRecording,
  remove: removeRecording,
};

const started = z.object({ recording_id: z.string().min(1) });

async function startRecording(
  connection: Connection,
  callSid: string,
  input: { statusUrl: string },
): Promise<CarrierOutcome> {
  const answer = await askVobiz(connection, {
    method: "POST",
    path: recordPath(callSid),
    // The default limit is one minute.
    body: { time_limit: 14_400, file_format: "wav", callback_url: input.statusUrl, callback_method: "POST" },
  });
  if (answer.outcome !== "answered") return answer;
  const body = started.safeParse(answer.body);
  return body.success
    ? { outcome: "accepted", sid: body.data.recording_id }
    : { outcome: "unknown", why: "answer without an id" };
}

async function stopRecording(
  connection: Connection,
  callSid: string,
  recordingId: string,
): Promise<CarrierOutcome> {
  const answer = await askVobiz(connection, { method: "DELETE", path: recordPath(callSid) });
  const isOver =
    answer.outcome === "answered" || (answer.outcome === "rejected" && answer.code === "http_404");
  return isOver ? { outcome: "accepted", sid: recordingId } : answer;
}

const recording = z.object({
  recording_id: z.string().min(1),
  call_uuid: z.string().catch(""),
  recording_duration_ms: z.coerce.number().catch(0),
});

async function listRecordings(connection: Connection, callSid: string): Promise<RecordingState[]> {
  const query = { call_uuid: callSid, limit: 100 };
  const body = await readVobiz(connection, { method: "GET", path: "/Account/{id}/Recording/", query });
  return readItems(body, recording).map((found) => ({
    id: found.recording_id,
    callSid: found.call_uuid || callSid,
    status: "completed",
    seconds: Math.round(found.recording_duration_ms / 1_000),
    channels: 1,
  }));
}

/**
 * The file, from Vobiz's media host with the stored account's credentials: WAV as we ask for it, MP3 for recordings
 * made otherwise. The URL and the account that a webhook names are the sender's choice and are not used.
 */
async function downloadRecording(connection: Connection, recordingId: string): Promise<Media> {
  const credentials = readCredentials(connection.credentials);
  if (!credentials || !/^[A-Za-z0-9_-]{8,64}$/.test(recordingId)) return { ok: false, reason: "foreign_url" };
  const path = `/v1/Account/${credentials.authId}/Recording/${recordingId}`;
  const wave = await downloadFile(connection, credentials, `${path}.wav`);
  if (wave.ok || (wave.reason !== "not_found" && wave.reason !== "too_large")) return wave;
  return downloadFile(connection, credentials, `${path}.mp3`);
}

// Redirects are not followed: the token would go along.
async function downloadFile(
  connection: Connection,
  credentials: VobizCredentials,
  path: string,
): Promise<Media> {
  const origin = connection.apiBaseUrl ? standInOrigin(connection.apiBaseUrl) : null;
  const answer = await fetchGuarded({
    url: (origin ?? `https://${mediaHost}`) + path,
    headers: { "x-auth-id": credentials.authId, "x-auth-token": credentials.authToken },
    allowHosts: [mediaHost],
    ...(origin ? { trustedOrigins: [origin] } : {}),
    maxBytes: largestRecording,
    timeoutMilliseconds: 30_000,
    contentTypes: ["audio/", "application/octet-stream"],
  });
  if (!answer.ok || answer.status !== 200) return { ok: false, reason: readReason(answer) };
  const fallback = path.endsWith(".wav") ? "audio/wav" : "audio/mpeg";
  const contentType = answer.contentType.startsWith("audio/") ? answer.contentType : fallback;
  return { ok: true, bytes: answer.bytes, contentType };
}

// The carrier's own API host is no stand-in: its media live on another host.
function standInOrigin(apiBaseUrl: string): string | null {
  const { origin, hostname } = new URL(apiBaseUrl);
  return hostname.endsWith("vobiz.ai") ? null : origin;
}

function readReason(answer: FetchAnswer): Extract<Media, { ok: false }>["reason"] {
  if (answer.ok) return answer.status === 404 ? "not_found" : "unavailable";
  if (answer.reason === "too_large" || answer.reason === "type_refused") return answer.reason;
  return "unavailable";
}

async function removeRecording(connection: Connection, recordingId: string): Promise<void> {
  const path = `/Account/{id}/Recording/${encodeURIComponent(recordingId)}/`;
  await readVobiz(connection, { method: "DELETE", path });
}

function recordPath(callSid: string): string {
  return `/Account/{id}/Call/${encodeURIComponent(callSid)}/Record/`;
}
