import { readVobizXml } from "../../instructions";
import type { InstructionAnswer, LiveCall, VoiceCarrier } from "../../voice/call";
import { newUuid } from "../../world/random";
import { vobizFields } from "./call-fields";
import { routeVobizCall } from "./route-call";
import { newNonce, signVobiz } from "./sign-vobiz";
import { vobizStreamFrames } from "./stream-frames";

/** Vobiz while a call is up: three seconds for an answer, three more tries, then the fallback or a dead line. */
export const vobizVoice: VoiceCarrier = {
  name: "vobiz",
  newCallId: (world) => newUuid(world.random),
  newRecordingId: (world) => newUuid(world.random),
  route: routeVobizCall,
  read: readAnswer,
  fields: vobizFields,
  patience: "#ct=3000&rt=3000&tt=3000&rc=3&rp=ct,rt,5xx",
  sign: ({ account, voice }, url, isForged) =>
    signVobiz(isForged ? `${account.token}-forged` : account.token, url, newNonce(voice.world.random)),
  apology: null,
  streamFrames: vobizStreamFrames,
  resolvesUrls: false,
};

/** Only XML content types are read; `text/html` and `text/plain` are parse errors. */
function readAnswer(
  { contentType, body }: InstructionAnswer,
  call: LiveCall,
): ReturnType<typeof readVobizXml> {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/xml" && type !== "text/xml") {
    const message = `XML parse error: the content type is "${contentType}"`;
    return { ok: false, problem: { code: "vobiz-xml", message } };
  }
  return readVobizXml(body, call.options.isTolerant ? "tolerant" : "documented");
}
