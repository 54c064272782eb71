import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { seedConnection } from "@/lib/connections/testing";
import { testDatabase } from "@/lib/db/testing";
import { log } from "@/lib/http";
import { seedNumber } from "@/lib/messages/testing";
import { unsafeAddNumber } from "@/lib/numbers";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import { installWiring } from "@/lib/wiring/install-wiring";
import { webhookRoutes } from ".";
import { deliver, newSid, platformAccount, statusFields, textFields } from "./testing";

let tenant: SeededTenant;
let number: string;

beforeAll(async () => {
  log.level = "silent"; // refused requests, by the hundred
  await testDatabase();
  installWiring();
  tenant = await seedTenant();
  number = (await seedNumber(tenant)).e164;
  const vobiz = { authId: "MA_FUZZ0001", authToken: "f".repeat(32) };
  await seedConnection(tenant.ctx, vobiz, { carrier: "vobiz", settings: { verification: "optional" } });
  await unsafeAddNumber(tenant.ctx, {
    ...{ e164: "+917971543252", carrier: "vobiz", label: "India", kinds: ["voice"], teamId: tenant.teamId },
  });
});

/** What people, phones and broken middle boxes put into fields: plausible values, whole words of the protocol, noise. */
const anyValue = fc.oneof(
  fc.constantFrom(
    ...["", " ", "0", "-1", "1e309", "NaN", "null", "undefined", "true", "[object Object]"],
    ...["+", "+1", "whatsapp:", "whatsapp:+", "whatsapp:+14155552671", "client:", "sip:a@b", "anonymous"],
    ...[
      "\u0000",
      "a\u0000b",
      "\ufffe",
      "\u202e",
      "%00",
      "%",
      "'; --",
      "<Response/>",
      "{{7*7}}",
      "../../etc/passwd",
    ],
    ...["STOP", "START", "completed", "in-progress", "busy", "inbound", "outbound-api", "Infinity"],
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.integer().map(String),
  fc.nat(12_000).map((length) => "x".repeat(length)),
);

function someOf(names: readonly string[]) {
  return fc.dictionary(fc.constantFrom(...names), anyValue, { maxKeys: 6 });
}

const textNames = [
  ...[
    "From",
    "To",
    "Body",
    "NumMedia",
    "NumSegments",
    "MediaUrl0",
    "MediaContentType0",
    "ProfileName",
    "WaId",
  ],
  ...["FromCity", "FromState", "FromZip", "FromCountry", "OptOutType", "MessagingServiceSid", "ButtonText"],
  ...["ButtonPayload", "Latitude", "Longitude", "Label", "Address", "OriginalRepliedMessageSid", "SmsStatus"],
  ...["ReferralSourceUrl", "ReferralBody", "Forwarded", "MessageSid", "SmsSid", "AccountSid"],
];
const statusNames = ["MessageStatus", "SmsStatus", "ErrorCode", "From", "To", "MessageSid", "ChannelPrefix"];
const callNames = [
  ...[
    "From",
    "To",
    "Caller",
    "Called",
    "CallStatus",
    "Direction",
    "CallerName",
    "ForwardedFrom",
    "StirVerstat",
  ],
  ...[
    "FromCity",
    "FromCountry",
    "AnsweredBy",
    "ErrorCode",
    "ParentCallSid",
    "SpeechResult",
    "Confidence",
    "Digits",
  ],
  ...["StableSpeechResult", "SequenceNumber", "CallDuration", "Timestamp", "DialCallStatus", "DialCallSid"],
  ...[
    "RecordingSid",
    "RecordingUrl",
    "RecordingDuration",
    "RecordingStatus",
    "TranscriptionText",
    "SessionStatus",
  ],
  ...[
    "HandoffData",
    "SipResponseCode",
    "DialBridged",
    "DialCallDuration",
    "TranscriptionStatus",
    "ApplicationSid",
  ],
];
const vobizNames = [
  ...[
    "From",
    "To",
    "CallUUID",
    "call_id",
    "CallStatus",
    "Event",
    "Direction",
    "Digits",
    "Speech",
    "speech_result",
  ],
  ...[
    "Duration",
    "HangupCause",
    "HangupSource",
    "RecordUrl",
    "RecordingID",
    "RecordingDuration",
    "DialStatus",
  ],
  ...["ALegUUID", "BillDuration", "StartTime", "AnswerTime", "EndTime", "input", "InputType", "ParentAuthID"],
];

describe("no signed request is a failure, whatever its fields hold", () => {
  const settings = { numRuns: 60 };

  it("inbound texts", async () => {
    const ask = async (overrides: Record<string, string>, kind: string) => {
      const fields = { ...textFields(number), ...overrides };
      expect((await deliver({ path: `/api/twilio/${tenant.slug}/${kind}`, fields })).status).toBeLessThan(
        500,
      );
    };
    await fc.assert(fc.asyncProperty(someOf(textNames), fc.constantFrom("sms", "whatsapp"), ask), settings);
  });

  it("texts and delivery states by number", async () => {
    const ask = async (overrides: Record<string, string>, path: string) => {
      const fields = { ...textFields(number), ...overrides };
      expect((await deliver({ path, fields })).status).toBeLessThan(500);
    };
    const paths = fc.constantFrom("/api/webhooks/twilio", "/webhooks/sms/twilio");
    await fc.assert(fc.asyncProperty(someOf([...textNames, ...statusNames]), paths, ask), settings);
  });

  it("delivery states", async () => {
    const ask = async (overrides: Record<string, string>) => {
      const fields = { ...statusFields(newSid(), "sent"), ...overrides };
      const path = `/api/twilio/${tenant.slug}/message-status/${tenant.ctx.tenantId}`;
      expect((await deliver({ path, fields })).status).toBeLessThan(500);
    };
    await fc.assert(fc.asyncProperty(someOf(statusNames), ask), settings);
  });

  const callPaths = pathsOf("twilio").filter((path) => !/sms|whatsapp|message-status/.test(path));

  it.each(callPaths)("%s", async (path) => {
    const ask = async (overrides: Record<string, string>, isKnown: boolean) => {
      const callSid = `CA${newSid().slice(2)}`;
      const call = {
        CallSid: callSid,
        AccountSid: platformAccount.accountSid,
        From: "+14155552671",
        To: number,
      };
      const filled = path.replace("{slug}", tenant.slug);
      const answer = `/api/twilio/${tenant.slug}/answer`;
      if (isKnown) expect((await deliver({ path: answer, fields: call })).status).toBe(200);
      const response = await deliver({ path: filled, fields: { ...call, ...overrides } });
      expect(response.status).toBeLessThan(500);
    };
    await fc.assert(fc.asyncProperty(someOf(callNames), fc.boolean(), ask), { numRuns: 25 });
  });

  it.each(pathsOf("vobiz"))("%s, unsigned, as a lenient account lets them in", async (path) => {
    const answer = `/api/vobiz/${tenant.slug}/answer`;
    const ask = async (overrides: Record<string, string>, isKnown: boolean) => {
      const call = {
        CallUUID: crypto.randomUUID(),
        From: "919812300001",
        To: "917971543252",
        Event: "StartApp",
      };
      if (isKnown) expect((await deliver({ path: answer, token: null, fields: call })).status).toBe(200);
      const fields = { ...call, ...overrides };
      const response = await deliver({ path: path.replace("{slug}", tenant.slug), token: null, fields });
      expect(response.status).toBeLessThan(500);
    };
    await fc.assert(fc.asyncProperty(someOf(vobizNames), fc.boolean(), ask), { numRuns: 25 });
  });
});

function pathsOf(carrier: string): string[] {
  const paths = webhookRoutes.map(({ path }) => path).filter((path) => path.startsWith(`/api/${carrier}/`));
  return [...new Set(paths)];
}
