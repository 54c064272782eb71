import { fetchGuarded } from "@/lib/fetching";
import type { Connection } from "../../ports/connection";
import type { Media } from "../../ports/texting";
import { readCredentials, type TwilioCredentials } from "../facts/credentials";
import { standInUrl, twilioApiHost } from "../facts/description";

const largestMedia = 16 * 1024 * 1024;
const largestRecording = 100 * 1024 * 1024;
const mediaTypes = [
  "image/",
  "audio/",
  "video/",
  "text/vcard",
  "text/x-vcard",
  "text/plain",
  "text/csv",
  "application/pdf",
];

/**
 * Fetches media of an inbound text. Only URLs on Twilio's API host and of this very account are asked, with
 * credentials; the storage host that it redirects to gets none.
 */
export async function fetchTwilioMedia(connection: Connection, url: string): Promise<Media> {
  const credentials = readCredentials(connection.credentials);
  if (!credentials || !URL.canParse(url)) return { ok: false, reason: "foreign_url" };
  const path = new URL(url).pathname;
  if (!path.includes(`/Accounts/${credentials.accountSid}/`)) return { ok: false, reason: "foreign_url" };
  const isOurs = new URL(url).origin === originOf(connection) || new URL(url).host === twilioApiHost;
  if (!isOurs) return { ok: false, reason: "foreign_url" };
  return fetchFile(connection, credentials, path, { maxBytes: largestMedia, contentTypes: mediaTypes });
}

/** Fetches the audio of a recording by its id: WAV as Twilio keeps it, MP3 when that is too large. */
export async function fetchTwilioRecording(connection: Connection, recordingId: string): Promise<Media> {
  const credentials = readCredentials(connection.credentials);
  if (!credentials || !/^RE[0-9a-fA-F]{32}$/.test(recordingId)) return { ok: false, reason: "foreign_url" };
  const path = `/2010-04-01/Accounts/${credentials.accountSid}/Recordings/${recordingId}`;
  const limits = { maxBytes: largestRecording, contentTypes: ["audio/"] };
  const wave = await fetchFile(connection, credentials, path, limits);
  if (wave.ok || wave.reason !== "too_large") return wave;
  return fetchFile(connection, credentials, `${path}.mp3`, limits);
}

async function fetchFile(
  connection: Connection,
  credentials: TwilioCredentials,
  path: string,
  limits: { maxBytes: number; contentTypes: readonly string[] },
): Promise<Media> {
  const origin = originOf(connection);
  const isStandIn = origin !== `https://${twilioApiHost}`;
  const answer = await fetchGuarded({
    url: origin + path,
    headers: { authorization: basic(credentials), "x-original-host": twilioApiHost },
    allowHosts: [twilioApiHost],
    redirectHosts: "public",
    ...(isStandIn ? { trustedOrigins: [origin] } : {}),
    redirects: 3,
    timeoutMilliseconds: 20_000,
    ...limits,
  });
  if (answer.ok && answer.status === 200)
    return { ok: true, bytes: answer.bytes, contentType: answer.contentType };
  return { ok: false, reason: readReason(answer) };
}

function readReason(
  answer: Awaited<ReturnType<typeof fetchGuarded>>,
): Extract<Media, { ok: false }>["reason"] {
  if (answer.ok) return answer.status === 404 || answer.status === 410 ? "not_found" : "unavailable";
  if (answer.reason === "too_large" || answer.reason === "type_refused") return answer.reason;
  const isForeign = answer.reason !== "timeout" && answer.reason !== "unreachable";
  return isForeign ? "foreign_url" : "unavailable";
}

function originOf(connection: Connection): string {
  const standIn = standInUrl(connection.apiBaseUrl);
  return standIn ? new URL(standIn).origin : `https://${twilioApiHost}`;
}

function basic(credentials: TwilioCredentials): string {
  const { accountSid, authToken, apiKeySid, apiKeySecret } = credentials;
  const login = apiKeySid && apiKeySecret ? `${apiKeySid}:${apiKeySecret}` : `${accountSid}:${authToken}`;
  return `Basic ${Buffer.from(login).toString("base64")}`;
}
