import type { IncomingNumber } from "../../world/records";
import { rfc2822 } from "../api/dates";

/** A number that an account owns, as the REST API shows it. */
export function renderNumber(number: IncomingNumber): Record<string, unknown> {
  return {
    account_sid: number.accountSid,
    address_requirements: "none",
    address_sid: number.addressSid,
    api_version: "2010-04-01",
    beta: false,
    bundle_sid: number.bundleSid,
    capabilities: number.capabilities,
    date_created: rfc2822(number.createdAt),
    date_updated: rfc2822(number.updatedAt),
    emergency_address_sid: null,
    emergency_address_status: "unregistered",
    emergency_status: "Inactive",
    friendly_name: number.name,
    identity_sid: null,
    origin: "twilio",
    phone_number: number.phoneNumber,
    sid: number.sid,
    ...renderRouting(number),
    status: "in-use",
    trunk_sid: number.trunkSid,
    type: number.kind,
    uri: `/2010-04-01/Accounts/${number.accountSid}/IncomingPhoneNumbers/${number.sid}.json`,
    voice_receive_mode: "voice",
  };
}

function renderRouting(number: IncomingNumber): Record<string, unknown> {
  return {
    sms_application_sid: number.smsApplicationSid,
    sms_fallback_method: number.smsFallbackMethod,
    sms_fallback_url: number.smsFallbackUrl,
    sms_method: number.smsMethod,
    sms_url: number.smsUrl,
    status_callback: number.statusCallback,
    status_callback_method: number.statusCallbackMethod,
    voice_application_sid: number.voiceApplicationSid,
    voice_caller_id_lookup: number.voiceCallerIdLookup,
    voice_fallback_method: number.voiceFallbackMethod,
    voice_fallback_url: number.voiceFallbackUrl,
    voice_method: number.voiceMethod,
    voice_url: number.voiceUrl,
  };
}
