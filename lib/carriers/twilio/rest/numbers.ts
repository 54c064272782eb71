import type { IncomingPhoneNumberInstance } from "twilio/lib/rest/api/v2010/account/incomingPhoneNumber";
import type { Connection } from "../../ports/connection";
import type { Numbers, OwnedNumber, RoutingChange } from "../../ports/numbers";
import type { CarrierOutcome } from "../../ports/outcomes";
import { answerUrl, callbackUrl, plainUrl } from "../facts/callback-url";
import { readRemoval } from "./account";
import { pick } from "./as-set";
import { readCapabilities } from "./capabilities";
import { twilioClient } from "./client";
import { readFailure, readNothing } from "./outcome";
import { searchNumbers } from "./search-numbers";

/** Phone numbers at Twilio. */
export const numbers: Numbers = {
  search: searchNumbers,
  list: listNumbers,
  find: findNumber,
  buy: buyNumber,
  configure: configureNumber,
  release: releaseNumber,
  undoRelease: async () => ({
    outcome: "rejected",
    code: "unsupported",
    message: "Twilio cannot take a release back",
  }),
};

async function listNumbers(connection: Connection): Promise<OwnedNumber[]> {
  try {
    const client = await twilioClient(connection);
    const found = await client.incomingPhoneNumbers.list({ limit: 1_000, pageSize: 200 });
    return found.map(toOwned);
  } catch (error) {
    return readNothing(error) ?? [];
  }
}

async function findNumber(connection: Connection, e164: string): Promise<OwnedNumber | null> {
  try {
    const client = await twilioClient(connection);
    const found = await client.incomingPhoneNumbers.list({ phoneNumber: e164, limit: 5 });
    // The filter matches parts of numbers too.
    const exact = found.find((number) => number.phoneNumber === e164);
    return exact ? toOwned(exact) : null;
  } catch (error) {
    return readNothing(error);
  }
}

async function buyNumber(
  connection: Connection,
  input: { e164: string; routing: RoutingChange },
): Promise<CarrierOutcome<{ e164: string }>> {
  try {
    const client = await twilioClient(connection);
    const bought = await client.incomingPhoneNumbers.create({
      phoneNumber: input.e164,
      ...toRequest(input.routing),
    });
    if (!bought.sid) return { outcome: "unknown", why: "answer without an id" };
    return { outcome: "accepted", sid: bought.sid, e164: bought.phoneNumber };
  } catch (error) {
    return readFailure(error);
  }
}

async function configureNumber(
  connection: Connection,
  sid: string,
  routing: RoutingChange,
): Promise<CarrierOutcome> {
  try {
    const client = await twilioClient(connection);
    await client.incomingPhoneNumbers(sid).update(toRequest(routing));
    return { outcome: "accepted", sid };
  } catch (error) {
    return readFailure(error);
  }
}

async function releaseNumber(connection: Connection, sid: string): Promise<CarrierOutcome> {
  try {
    const client = await twilioClient(connection);
    await client.incomingPhoneNumbers(sid).remove();
    return { outcome: "accepted", sid };
  } catch (error) {
    return readRemoval(error, sid);
  }
}

function toRequest(routing: RoutingChange): Record<string, string | boolean> {
  if (routing.asSet) return pick(routing.asSet, settable);
  const request: Record<string, string | boolean> = {};
  const set = (url: string | undefined, name: string, method: string, write: (url: string) => string) => {
    if (url !== undefined) Object.assign(request, { [name]: write(url), [method]: "POST" });
  };
  set(routing.answerUrl, "voiceUrl", "voiceMethod", answerUrl);
  set(routing.fallbackUrl, "voiceFallbackUrl", "voiceFallbackMethod", (url) => url);
  set(routing.statusUrl, "statusCallback", "statusCallbackMethod", callbackUrl);
  set(routing.textUrl, "smsUrl", "smsMethod", callbackUrl);
  set(routing.textFallbackUrl, "smsFallbackUrl", "smsFallbackMethod", (url) => url);
  if (routing.looksUpNames !== undefined) request.voiceCallerIdLookup = routing.looksUpNames;
  if (routing.applicationId !== undefined) request.voiceApplicationSid = routing.applicationId;
  // A trunk outranks the number's own URLs just as an application does; clearing one clears both.
  if (routing.applicationId === "") request.trunkSid = "";
  return request;
}

/** What decides where calls and texts go; methods count only beside their URLs. */
const settable = [
  ...(["voiceApplicationSid", "trunkSid", "voiceUrl", "voiceMethod", "voiceFallbackUrl"] as const),
  ...(["voiceFallbackMethod", "statusCallback", "statusCallbackMethod", "smsUrl", "smsMethod"] as const),
  ...(["smsFallbackUrl", "smsFallbackMethod"] as const),
];

function toOwned(number: IncomingPhoneNumberInstance): OwnedNumber {
  const overriddenBy = number.trunkSid ? "trunk" : number.voiceApplicationSid ? "application" : undefined;
  return {
    sid: number.sid,
    e164: number.phoneNumber,
    friendlyName: number.friendlyName ?? number.phoneNumber,
    capabilities: readCapabilities(number.capabilities),
    routing: {
      applicationId: number.voiceApplicationSid ?? "",
      answerUrl: plainUrl(number.voiceUrl),
      answerMethod: number.voiceMethod ?? "",
      fallbackUrl: plainUrl(number.voiceFallbackUrl),
      statusUrl: plainUrl(number.statusCallback),
      statusMethod: number.statusCallbackMethod ?? "",
      textUrl: plainUrl(number.smsUrl),
      textMethod: number.smsMethod ?? "",
      textFallbackUrl: plainUrl(number.smsFallbackUrl),
      looksUpNames: number.voiceCallerIdLookup === true,
    },
    asSet: Object.fromEntries(settable.map((name) => [name, number[name] ?? ""])),
    status: "active",
    ...(overriddenBy ? { overriddenBy } : {}),
  };
}
