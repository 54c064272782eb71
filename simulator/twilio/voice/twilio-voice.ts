import { readTwiml } from "../../instructions";
import type { InstructionAnswer, LiveCall, VoiceCarrier } from "../../voice/call";
import { newSid } from "../../world/random";
import { fieldsOf } from "./call-fields";
import { routeCall } from "./route-call";
import { twilioStreamFrames } from "./stream-frames";

/** Twilio while a call is up. */
export const twilioVoice: VoiceCarrier = {
  name: "twilio",
  newCallId: (world) => newSid(world.random, "CA"),
  newRecordingId: (world) => newSid(world.random, "RE"),
  route: routeCall,
  read: readAnswer,
  fields: fieldsOf,
  patience: "",
  apology: "We are sorry, an application error has occurred. Goodbye.",
  streamFrames: twilioStreamFrames,
  resolvesUrls: true,
};

const xmlTypes = ["text/xml", "application/xml", "text/html"];

/** XML is TwiML; sound is played and then the call ends; plain text is TwiML if it parses, else it is read aloud. */
function readAnswer(
  { contentType, body }: InstructionAnswer,
  { document }: LiveCall,
): ReturnType<typeof readTwiml> {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (xmlTypes.includes(type)) return readTwiml(body);
  if (type.startsWith("audio/"))
    return { ok: true, steps: [{ verb: "play", url: document.url, loop: 1 }], warnings: [] };
  if (type !== "text/plain") {
    return { ok: false, problem: { code: "12300", message: `Invalid content type "${contentType}"` } };
  }
  const twiml = readTwiml(body);
  return twiml.ok ? twiml : { ok: true, steps: [{ verb: "say", text: body, loop: 1 }], warnings: [] };
}
