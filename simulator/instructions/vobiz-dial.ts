import { Attributes, type Complaints } from "./attributes";
import type { DialStep, Party, Step } from "./steps";
import { readVobizRecord } from "./vobiz-input";
import { childrenOf, textOf, type XmlElement } from "./xml";

const DIAL =
  "action method callerId callerName timeout timeLimit hangupOnStar confirmSound confirmKey dialMusic redirect " +
  "callbackUrl callbackMethod digitsMatch digitsMatchBLeg sipHeaders";

const CONFERENCE =
  "muted enterSound exitSound startConferenceOnEnter endConferenceOnExit maxMembers record recordFileFormat " +
  "recordingCallbackUrl recordingCallbackMethod waitSound waitMethod action method redirect callbackUrl " +
  "callbackMethod digitsMatch hangupOnStar timeLimit floorEvent stayAlone relayDTMF";

const nothingElse = {
  timeLimit: 14_400,
  hangupOnStar: false,
  answerOnBridge: true,
  record: false,
  dualChannel: false,
} as const;

/** `<Dial>`; a `<Record>` inside it records the whole call and becomes a step of its own before it. */
export function readVobizDial(element: XmlElement, complaints: Complaints): Step[] | undefined {
  const attributes = new Attributes(element, complaints, DIAL);
  const parties = childrenOf(element).flatMap((child) => readVobizParty(child, complaints));
  const recording = childrenOf(element).find((child) => child.name === "Record");
  const record = recording && readVobizRecord(recording, complaints);
  if (parties.length === 0) attributes.complain("<Dial> has nobody to dial");
  if (parties.length === 0) return undefined;
  const sound = attributes.text("confirmSound");
  const key = attributes.text("confirmKey");
  const dial: DialStep = {
    ...nothingElse,
    verb: "dial",
    action: attributes.target("action"),
    timeout: attributes.number("timeout", 60),
    timeLimit: attributes.number("timeLimit", 14_400, 1),
    callerId: attributes.text("callerId"),
    hangupOnStar: attributes.flag("hangupOnStar", false),
    callback: attributes.target("callbackUrl", "callbackMethod"),
    followsAction: attributes.flag("redirect", true),
    confirm: sound && key ? { sound, key } : undefined,
    parties,
  };
  return record ? [{ ...record, session: true }, dial] : [dial];
}

function readVobizParty(noun: XmlElement, complaints: Complaints): Party[] {
  if (noun.name === "Record") return [];
  if (noun.name !== "Number" && noun.name !== "User") {
    complaints.list.push({ code: complaints.code, message: `<${noun.name}> may not stand in <Dial>` });
    return [];
  }
  const attributes = new Attributes(noun, complaints, "sendDigits sendOnPreanswer sipHeaders");
  const kind = noun.name === "Number" ? "number" : "client";
  return [{ kind, address: textOf(noun), sendDigits: attributes.text("sendDigits"), parameters: {} }];
}

/** `<Conference>` is a verb of its own at Vobiz; a room exists from the first join. */
export function readVobizConference(element: XmlElement, complaints: Complaints): DialStep {
  const attributes = new Attributes(element, complaints, CONFERENCE);
  const callback = attributes.target("callbackUrl", "callbackMethod");
  return {
    ...nothingElse,
    verb: "dial",
    action: attributes.target("action"),
    timeout: 60,
    followsAction: attributes.flag("redirect", true),
    parties: [],
    conference: {
      name: textOf(element),
      startOnEnter: attributes.flag("startConferenceOnEnter", true),
      endOnExit: attributes.flag("endConferenceOnExit", false),
      muted: attributes.flag("muted", false),
      beep: attributes.text("enterSound") !== undefined,
      wait: attributes.target("waitSound", "waitMethod"),
      status: callback && { target: callback, events: ["enter", "exit", "start", "end"] },
      record: attributes.flag("record", false),
      recordingCallback: attributes.target("recordingCallbackUrl", "recordingCallbackMethod"),
    },
  };
}
