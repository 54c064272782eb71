import { z } from "zod";
import type { Exchange, Reply } from "../../http/exchange";
import { readJson } from "../../http/read-exchange";
import { json, problem } from "../../http/reply";
import { openSoundLeg } from "../sound/sound-leg";
import { plugSound, soundOf, unplugSound } from "../sound/switchboard";
import { voiceOf } from "../voice-of";

const bodySchema = z.strictObject({ sdp: z.string().min(10).max(20_000) });

/** POST /handset/calls/{callId}/sound `{sdp}`: gives the phone a microphone and a loudspeaker over WebRTC; answers `{sdp}`. */
export async function openHandsetSound(exchange: Exchange): Promise<Reply> {
  const call = voiceOf(exchange.world).calls.get(exchange.params.callId ?? "");
  if (!call) return problem(404, "There is no such call.");
  if (call.end) return problem(409, "This call is over.");
  const read = bodySchema.safeParse(readJson(exchange));
  if (!read.success) return problem(422, z.prettifyError(read.error));
  const leg = openSoundLeg();
  const sdp = await leg.answer(read.data.sdp);
  plugSound(call, leg);
  call.listeners.add(({ type }) => {
    if (type === "over") unplugSound(call);
  });
  return json(201, { sdp });
}

/** GET /handset/calls/{callId}/sound: packets heard from and sent to the phone so far. */
export function countHandsetSound(exchange: Exchange): Reply {
  const call = voiceOf(exchange.world).calls.get(exchange.params.callId ?? "");
  if (!call) return problem(404, "There is no such call.");
  return json(200, { packets: soundOf(call)?.counts ?? null });
}
