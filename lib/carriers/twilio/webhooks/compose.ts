import type { RehearsedEvent, RehearsedKind } from "../../ports/webhooks";

/** The fields of a webhook as Twilio sends them (contract §1.1, §1.2, §1.8), for a rehearsal. */
export function composeAsTwilio(kind: RehearsedKind, about: RehearsedEvent): Record<string, string> {
  const { id, accountId, from, to, body } = about;
  const party = { AccountSid: accountId, From: from, To: to, ApiVersion: "2010-04-01" };
  if (kind === "text") {
    const sid = `SM${id}`;
    const sids = { MessageSid: sid, SmsSid: sid, SmsMessageSid: sid };
    return { ...party, ...sids, Body: body, NumMedia: "0", NumSegments: "1", SmsStatus: "received" };
  }
  const call = { ...party, CallSid: `CA${id}`, Caller: from, Called: to, Direction: "inbound" };
  if (kind === "answered") return { ...call, CallStatus: "ringing" };
  return { ...call, CallStatus: "in-progress", SpeechResult: body };
}
