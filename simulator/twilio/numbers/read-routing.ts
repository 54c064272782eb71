import type { IncomingNumber } from "../../world/records";
import { flagOf, textOf, textOrNull } from "../api/form";

type Routing = Pick<
  IncomingNumber,
  | "name"
  | "voiceUrl"
  | "voiceMethod"
  | "voiceFallbackUrl"
  | "voiceFallbackMethod"
  | "voiceApplicationSid"
  | "voiceCallerIdLookup"
  | "smsUrl"
  | "smsMethod"
  | "smsFallbackUrl"
  | "smsFallbackMethod"
  | "smsApplicationSid"
  | "statusCallback"
  | "statusCallbackMethod"
  | "trunkSid"
  | "addressSid"
  | "bundleSid"
>;

/** The number's settings after a form was applied to them; what the form does not name stays. */
export function readRouting(form: URLSearchParams, now: Routing): Routing {
  const text = (name: string, otherwise: string) => textOf(form, name, otherwise);
  return {
    name: text("FriendlyName", now.name),
    voiceUrl: text("VoiceUrl", now.voiceUrl),
    voiceMethod: text("VoiceMethod", now.voiceMethod),
    voiceFallbackUrl: text("VoiceFallbackUrl", now.voiceFallbackUrl),
    voiceFallbackMethod: text("VoiceFallbackMethod", now.voiceFallbackMethod),
    voiceCallerIdLookup: flagOf(form, "VoiceCallerIdLookup", now.voiceCallerIdLookup),
    smsUrl: text("SmsUrl", now.smsUrl),
    smsMethod: text("SmsMethod", now.smsMethod),
    smsFallbackUrl: text("SmsFallbackUrl", now.smsFallbackUrl),
    smsFallbackMethod: text("SmsFallbackMethod", now.smsFallbackMethod),
    smsApplicationSid: text("SmsApplicationSid", now.smsApplicationSid),
    statusCallback: text("StatusCallback", now.statusCallback),
    statusCallbackMethod: text("StatusCallbackMethod", now.statusCallbackMethod),
    addressSid: textOrNull(form, "AddressSid", now.addressSid),
    bundleSid: textOrNull(form, "BundleSid", now.bundleSid),
    ...voiceOwner(form, now),
  };
}

/** Calls go to an application or to a trunk: setting the one removes the other. */
function voiceOwner(form: URLSearchParams, now: Routing): Pick<Routing, "voiceApplicationSid" | "trunkSid"> {
  if (form.get("VoiceApplicationSid"))
    return { voiceApplicationSid: textOf(form, "VoiceApplicationSid", ""), trunkSid: null };
  if (form.get("TrunkSid")) return { voiceApplicationSid: "", trunkSid: textOrNull(form, "TrunkSid", null) };
  return {
    voiceApplicationSid: textOf(form, "VoiceApplicationSid", now.voiceApplicationSid),
    trunkSid: textOrNull(form, "TrunkSid", now.trunkSid),
  };
}
