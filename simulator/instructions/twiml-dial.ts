import { Attributes, type Complaints } from "./attributes";
import type { ConferenceRoom, DialStep, EnqueueStep, Party } from "./steps";
import { childrenOf, textOf, type XmlElement } from "./xml";

const DIAL =
  "action method timeout timeLimit callerId answerOnBridge hangupOnStar record recordingStatusCallback " +
  "recordingStatusCallbackMethod recordingStatusCallbackEvent recordingTrack recordingConfigurationId trim ringTone " +
  "sequential referUrl referMethod callReason events passports";

const PARTY =
  "url method statusCallback statusCallbackEvent statusCallbackMethod sendDigits byoc clientNotificationUrl " +
  "machineDetection machineDetectionTimeout machineDetectionSpeechThreshold machineDetectionSpeechEndThreshold " +
  "machineDetectionSilenceTimeout amdStatusCallback amdStatusCallbackMethod username password codecs";

const CONFERENCE =
  "muted startConferenceOnEnter endConferenceOnExit beep waitUrl waitMethod maxParticipants record region coach trim " +
  "participantLabel jitterBufferSize statusCallback statusCallbackEvent statusCallbackMethod recordingStatusCallback " +
  "recordingStatusCallbackMethod recordingStatusCallbackEvent recordingConfigurationId eventCallbackUrl";

export function readDial(element: XmlElement, complaints: Complaints): DialStep {
  const attributes = new Attributes(element, complaints, DIAL);
  const record = attributes.text("record") ?? "do-not-record";
  const nouns = childrenOf(element);
  return {
    verb: "dial",
    action: attributes.target("action"),
    timeout: attributes.number("timeout", 30),
    timeLimit: attributes.number("timeLimit", 14_400, 1, 14_400),
    callerId: attributes.text("callerId"),
    hangupOnStar: attributes.flag("hangupOnStar", false),
    answerOnBridge: attributes.flag("answerOnBridge", false),
    record: record.startsWith("record-"),
    dualChannel: record.endsWith("-dual"),
    recordingCallback: attributes.target("recordingStatusCallback", "recordingStatusCallbackMethod"),
    followsAction: true,
    parties: nouns.length > 0 ? nouns.flatMap((noun) => readParty(noun, complaints)) : bareNumber(element),
    queue: nouns.filter((noun) => noun.name === "Queue").map((noun) => readQueue(noun, complaints))[0],
    conference: nouns
      .filter((noun) => noun.name === "Conference")
      .map((noun) => readRoom(noun, complaints))[0],
  };
}

/** `<Dial>+1555…</Dial>`: the number may stand without its noun. */
function bareNumber(element: XmlElement): Party[] {
  const address = textOf(element);
  return address ? [{ kind: "number", address, parameters: {} }] : [];
}

function readParty(noun: XmlElement, complaints: Complaints): Party[] {
  if (noun.name === "Queue" || noun.name === "Conference") return [];
  const kind = kinds.get(noun.name);
  if (!kind) {
    complaints.list.push({ code: complaints.code, message: `<${noun.name}> may not stand in <Dial>` });
    return [];
  }
  const attributes = new Attributes(noun, complaints, PARTY);
  return [
    {
      kind,
      address: addressOf(noun),
      whisper: attributes.target("url"),
      sendDigits: attributes.text("sendDigits"),
      status: statusOf(attributes, "completed"),
      parameters: parametersOf(noun),
    },
  ];
}

const kinds = new Map<string, Party["kind"]>([
  ["Number", "number"],
  ["Client", "client"],
  ["Sip", "sip"],
]);

function addressOf(noun: XmlElement): string {
  const identity = childrenOf(noun).find((child) => child.name === "Identity");
  return textOf(identity ?? noun);
}

function statusOf(attributes: Attributes, events: string): Party["status"] {
  const target = attributes.target("statusCallback", "statusCallbackMethod");
  return target ? { target, events: attributes.words("statusCallbackEvent", events) } : undefined;
}

/** The `<Parameter name value>` children of an element. */
export function parametersOf(element: XmlElement): Record<string, string> {
  const parameters = childrenOf(element).filter((child) => child.name === "Parameter");
  return Object.fromEntries(
    parameters.map(({ attributes }) => [attributes.name ?? "", attributes.value ?? ""]),
  );
}

function readQueue(noun: XmlElement, complaints: Complaints): DialStep["queue"] {
  const attributes = new Attributes(noun, complaints, "url method reservationSid postWorkActivitySid");
  return { name: textOf(noun), whisper: attributes.target("url") };
}

function readRoom(noun: XmlElement, complaints: Complaints): ConferenceRoom {
  const attributes = new Attributes(noun, complaints, CONFERENCE);
  return {
    name: textOf(noun),
    startOnEnter: attributes.flag("startConferenceOnEnter", true),
    endOnExit: attributes.flag("endConferenceOnExit", false),
    muted: attributes.flag("muted", false),
    beep: attributes.text("beep") !== "false",
    wait: attributes.target("waitUrl", "waitMethod"),
    status: statusOf(attributes, ""),
    record: attributes.text("record")?.startsWith("record-") ?? false,
    recordingCallback: attributes.target("recordingStatusCallback", "recordingStatusCallbackMethod"),
    label: attributes.text("participantLabel"),
  };
}

export function readEnqueue(element: XmlElement, complaints: Complaints): EnqueueStep {
  const known = "action method waitUrl waitUrlMethod workflowSid maxQueueSize";
  const attributes = new Attributes(element, complaints, known);
  return {
    verb: "enqueue",
    name: textOf(element),
    action: attributes.target("action"),
    wait: attributes.target("waitUrl", "waitUrlMethod"),
    silentWait: attributes.text("waitUrl") === "",
    maxSize: attributes.number("maxQueueSize", 1000, 1, 5000),
  };
}
