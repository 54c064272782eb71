import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import { newSid } from "../../world/random";
import type { Application } from "../../world/records";
import { rfc2822 } from "../api/dates";
import { notFound } from "../api/errors";
import { flagOf, textOf } from "../api/form";
import { pageReply } from "../api/paging";
import type { TwilioCall } from "../api/twilio-route";

/** POST Applications.json: a set of webhooks that numbers and softphones can share. */
export function createApplication({ world, account, form }: TwilioCall): Reply {
  const now = world.clock.now();
  const sid = newSid(world.random, "AP");
  const application = {
    ...readSettings(form, empty),
    sid,
    accountSid: account.sid,
    createdAt: now,
    updatedAt: now,
  };
  world.store.applications.set(sid, application);
  record(world, "application.created", application);
  return json(201, render(application));
}

/** GET Applications.json, by `FriendlyName`. */
export function listApplications({ world, account, query, exchange }: TwilioCall): Reply {
  const name = query.get("FriendlyName");
  const owned = [...world.store.applications.values()].filter(({ accountSid }) => accountSid === account.sid);
  const found = owned.filter((application) => !name || application.name === name);
  return pageReply(exchange, "applications", found, render);
}

/** GET Applications/{sid}.json */
export function fetchApplication(call: TwilioCall): Reply {
  return json(200, render(findApplication(call)));
}

/** POST Applications/{sid}.json */
export function updateApplication(call: TwilioCall): Reply {
  const application = findApplication(call);
  Object.assign(application, readSettings(call.form, application), { updatedAt: call.world.clock.now() });
  record(call.world, "application.updated", application);
  return json(200, render(application));
}

/** DELETE Applications/{sid}.json */
export function deleteApplication(call: TwilioCall): Reply {
  const application = findApplication(call);
  call.world.store.applications.delete(application.sid);
  record(call.world, "application.deleted", application);
  return nothing();
}

function findApplication({ world, account, params, exchange }: TwilioCall): Application {
  const application = world.store.applications.get(params.sid ?? "");
  if (application?.accountSid !== account.sid) throw notFound(exchange.path);
  return application;
}

type Settings = Omit<Application, "sid" | "accountSid" | "createdAt" | "updatedAt">;

const empty: Settings = {
  name: "",
  voiceUrl: "",
  voiceMethod: "POST",
  voiceFallbackUrl: "",
  voiceFallbackMethod: "POST",
  statusCallback: "",
  statusCallbackMethod: "POST",
  smsUrl: "",
  smsMethod: "POST",
  smsFallbackUrl: "",
  smsFallbackMethod: "POST",
  smsStatusCallback: "",
  messageStatusCallback: "",
  voiceCallerIdLookup: false,
};

function readSettings(form: URLSearchParams, now: Settings): Settings {
  const text = (name: string, otherwise: string) => textOf(form, name, otherwise);
  return {
    name: text("FriendlyName", now.name),
    voiceUrl: text("VoiceUrl", now.voiceUrl),
    voiceMethod: text("VoiceMethod", now.voiceMethod),
    voiceFallbackUrl: text("VoiceFallbackUrl", now.voiceFallbackUrl),
    voiceFallbackMethod: text("VoiceFallbackMethod", now.voiceFallbackMethod),
    statusCallback: text("StatusCallback", now.statusCallback),
    statusCallbackMethod: text("StatusCallbackMethod", now.statusCallbackMethod),
    smsUrl: text("SmsUrl", now.smsUrl),
    smsMethod: text("SmsMethod", now.smsMethod),
    smsFallbackUrl: text("SmsFallbackUrl", now.smsFallbackUrl),
    smsFallbackMethod: text("SmsFallbackMethod", now.smsFallbackMethod),
    smsStatusCallback: text("SmsStatusCallback", now.smsStatusCallback),
    messageStatusCallback: text("MessageStatusCallback", now.messageStatusCallback),
    voiceCallerIdLookup: flagOf(form, "VoiceCallerIdLookup", now.voiceCallerIdLookup),
  };
}

function record(world: TwilioCall["world"], kind: string, application: Application): void {
  const { sid, accountSid, name, voiceUrl, statusCallback } = application;
  world.ledger.write(kind, { carrier: "twilio", sid, accountSid, name, voiceUrl, statusCallback });
}

function render(application: Application): Record<string, unknown> {
  return {
    account_sid: application.accountSid,
    api_version: "2010-04-01",
    date_created: rfc2822(application.createdAt),
    date_updated: rfc2822(application.updatedAt),
    friendly_name: application.name,
    message_status_callback: application.messageStatusCallback,
    public_application_connect_enabled: false,
    sid: application.sid,
    sms_fallback_method: application.smsFallbackMethod,
    sms_fallback_url: application.smsFallbackUrl,
    sms_method: application.smsMethod,
    sms_status_callback: application.smsStatusCallback,
    sms_url: application.smsUrl,
    status_callback: application.statusCallback,
    status_callback_method: application.statusCallbackMethod,
    uri: `/2010-04-01/Accounts/${application.accountSid}/Applications/${application.sid}.json`,
    voice_caller_id_lookup: application.voiceCallerIdLookup,
    voice_fallback_method: application.voiceFallbackMethod,
    voice_fallback_url: application.voiceFallbackUrl,
    voice_method: application.voiceMethod,
    voice_url: application.voiceUrl,
  };
}
