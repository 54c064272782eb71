import type { RehearsedEvent, RehearsedKind } from "../../ports/webhooks";

/** The fields of a call's webhook as Vobiz sends them (contract §1), for a rehearsal. It has no texts. */
export function composeAsVobiz(kind: RehearsedKind, about: RehearsedEvent): Record<string, string> | null {
  if (kind === "text") return null;
  const { id, accountId, from, to, body } = about;
  const call = { CallUUID: id, ParentAuthID: accountId, From: from, To: to, Direction: "inbound" };
  if (kind === "answered") return { ...call, CallStatus: "ringing", Event: "StartApp" };
  return { ...call, CallStatus: "in-progress", InputType: "speech", Speech: body, Digits: "" };
}
