import type { ApplicationInstance } from "twilio/lib/rest/api/v2010/account/application";
import type { ApplicationInput, ApplicationState, Applications } from "../../ports/account";
import type { Connection } from "../../ports/connection";
import type { CarrierOutcome } from "../../ports/outcomes";
import { answerUrl, callbackUrl, plainUrl } from "../facts/callback-url";
import { readRemoval } from "./account";
import { twilioClient } from "./client";
import { readFailure, readNothing } from "./outcome";

/** TwiML Apps: the voice URL of the browser softphone hangs on one. */
export const applications: Applications = {
  create: createApplication,
  update: updateApplication,
  fetch: fetchApplication,
  list: listApplications,
  remove: removeApplication,
};

async function createApplication(connection: Connection, input: ApplicationInput): Promise<CarrierOutcome> {
  try {
    const client = await twilioClient(connection);
    const application = await client.applications.create(toRequest(input));
    if (!application.sid) return { outcome: "unknown", why: "answer without an id" };
    return { outcome: "accepted", sid: application.sid };
  } catch (error) {
    return readFailure(error);
  }
}

async function updateApplication(
  connection: Connection,
  id: string,
  input: ApplicationInput,
): Promise<CarrierOutcome> {
  try {
    const client = await twilioClient(connection);
    await client.applications(id).update(toRequest(input));
    return { outcome: "accepted", sid: id };
  } catch (error) {
    return readFailure(error);
  }
}

async function fetchApplication(connection: Connection, id: string): Promise<ApplicationState | null> {
  try {
    const client = await twilioClient(connection);
    return toState(await client.applications(id).fetch());
  } catch (error) {
    return readNothing(error);
  }
}

async function listApplications(connection: Connection, name: string): Promise<ApplicationState[]> {
  try {
    const client = await twilioClient(connection);
    const found = await client.applications.list({ friendlyName: name, limit: 50 });
    return found.map(toState).filter((application) => application.name === name);
  } catch (error) {
    return readNothing(error) ?? [];
  }
}

async function removeApplication(connection: Connection, id: string): Promise<CarrierOutcome> {
  try {
    const client = await twilioClient(connection);
    await client.applications(id).remove();
    return { outcome: "accepted", sid: id };
  } catch (error) {
    return readRemoval(error, id);
  }
}

function toRequest(input: ApplicationInput) {
  return {
    friendlyName: input.name.slice(0, 64),
    voiceUrl: answerUrl(input.answerUrl),
    voiceMethod: "POST",
    voiceFallbackUrl: input.fallbackUrl ?? "",
    voiceFallbackMethod: "POST",
    statusCallback: callbackUrl(input.statusUrl),
    statusCallbackMethod: "POST",
    ...(input.textUrl === undefined ? {} : { smsUrl: callbackUrl(input.textUrl), smsMethod: "POST" }),
  };
}

function toState(application: ApplicationInstance): ApplicationState {
  return {
    id: application.sid,
    name: application.friendlyName,
    answerUrl: plainUrl(application.voiceUrl),
    fallbackUrl: plainUrl(application.voiceFallbackUrl),
    statusUrl: plainUrl(application.statusCallback),
    textUrl: plainUrl(application.smsUrl),
    answerMethod: application.voiceMethod ?? "",
    statusMethod: application.statusCallbackMethod ?? "",
  };
}
