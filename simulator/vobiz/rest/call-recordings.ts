import { z } from "zod";
import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import { beginRecording, finishRecording, type LiveCall } from "../../voice/call";
import { voiceOf } from "../../voice/voice-of";
import { VobizError } from "./errors";
import { readBody, type VobizCall } from "./vobiz-route";

const schema = z.object({
  time_limit: z.number().positive().default(60),
  file_format: z.enum(["mp3", "wav"]).default("mp3"),
  record_channel_type: z.enum(["mono", "stereo"]).default("mono"),
  callback_url: z.url().optional(),
  callback_method: z.string().default("POST"),
});

/** POST Call/{uuid}/Record/: records a call that is up; the callback comes when it ends. */
export async function startCallRecording(request: VobizCall): Promise<Reply> {
  const call = findLive(request);
  const given = readBody(request, schema);
  const method = given.callback_method.toUpperCase() === "GET" ? "GET" : "POST";
  const running = await beginRecording(call, {
    isDual: given.record_channel_type === "stereo",
    source: "StartCallRecordingAPI",
    format: given.file_format,
    callback: given.callback_url ? { url: given.callback_url, method } : undefined,
    callbackEvents: ["completed"],
  });
  const { world, account, apiId } = request;
  const url = `${world.ownUrl}/v1/Account/${account.sid}/Recording/${running.sid}.${given.file_format}`;
  return json(202, { api_id: apiId, message: "call recording started", recording_id: running.sid, url });
}

/** DELETE Call/{uuid}/Record/ */
export function stopCallRecording(request: VobizCall): Reply {
  const call = findLive(request);
  for (const running of [...call.recordings]) finishRecording(call, running);
  return nothing();
}

function findLive({ world, account, params }: VobizCall): LiveCall {
  const call = voiceOf(world).calls.get(params.uuid ?? "");
  const isLive = call && call.record.accountSid === account.sid && call.record.status === "in-progress";
  if (!isLive) throw new VobizError(404, "The call was not found");
  return call;
}
