import { Attributes, type Complaints } from "./attributes";
import type { GatherStep, RecordStep, StreamStep } from "./steps";
import { readVobizPrompts } from "./vobiz-prompts";
import { isAbsolute } from "./vobiz-url";
import { textOf, type XmlElement } from "./xml";

const GATHER =
  "action method inputType executionTimeout speechEndTimeout digitEndTimeout finishOnKey numDigits language " +
  "speechModel hints profanityFilter interimSpeechResultsCallback interimSpeechResultsCallbackMethod log redirect";

const RECORD =
  "action method fileFormat redirect timeout maxLength playBeep finishOnKey recordSession startOnDialAnswer " +
  "callbackUrl callbackMethod transcriptionType transcriptionUrl transcriptionMethod";

const STREAM =
  "bidirectional audioTrack keepCallAlive contentType statusCallbackUrl statusCallbackMethod maxRetries streamTimeout";

/** `<Gather>`; without an absolute action it is not valid. */
export function readVobizGather(element: XmlElement, complaints: Complaints): GatherStep | undefined {
  const attributes = new Attributes(element, complaints, GATHER);
  const action = attributes.target("action");
  const input = attributes.words("inputType", "dtmf");
  if (!action || !isAbsolute(action.url)) {
    attributes.complain("<Gather> needs an absolute action URL");
    return undefined;
  }
  const finishOnKey = attributes.text("finishOnKey") ?? "#";
  return {
    verb: "gather",
    keys: input.includes("dtmf"),
    speech: input.includes("speech"),
    action,
    timeout: attributes.number("executionTimeout", 15, 5, 60),
    speechEnd: attributes.number("speechEndTimeout", 2, 2, 10),
    digitEnd: attributes.number("digitEndTimeout", 2, 2, 10),
    numDigits: attributes.number("numDigits", 32, 1, 32),
    finishOnKey: finishOnKey === "none" ? "" : finishOnKey,
    whenEmpty: "notify",
    followsAction: attributes.flag("redirect", true),
    language: attributes.text("language") ?? "en-US",
    partial: attributes.target("interimSpeechResultsCallback", "interimSpeechResultsCallbackMethod"),
    prompts: readVobizPrompts(element, complaints),
  };
}

/** `<Record>`; a message needs an absolute action, a recording of the whole call needs none. */
export function readVobizRecord(element: XmlElement, complaints: Complaints): RecordStep | undefined {
  const attributes = new Attributes(element, complaints, RECORD);
  const session = attributes.flag("recordSession", false) || attributes.flag("startOnDialAnswer", false);
  const action = attributes.target("action");
  if (!session && (!action || !isAbsolute(action.url))) {
    attributes.complain("<Record> needs an absolute action URL");
    return undefined;
  }
  return {
    verb: "record",
    action,
    silence: attributes.number("timeout", 60),
    finishOnKey: attributes.text("finishOnKey") ?? "1234567890*#",
    maxLength: attributes.number("maxLength", 60, 1),
    beep: attributes.flag("playBeep", true),
    format: attributes.text("fileFormat") === "wav" ? "wav" : "mp3",
    callback: attributes.target("callbackUrl", "callbackMethod"),
    callbackEvents: ["in-progress", "completed"],
    followsAction: attributes.flag("redirect", false),
    session,
  };
}

/** `<Stream>`; two-way with `audioTrack="both"` is what drops a call at Vobiz. */
export function readVobizStream(element: XmlElement, complaints: Complaints): StreamStep | undefined {
  const attributes = new Attributes(element, complaints, STREAM);
  const url = textOf(element);
  const twoWay = attributes.flag("bidirectional", false);
  const tracks = attributes.text("audioTrack");
  if (!isAbsolute(url)) attributes.complain("<Stream> needs an absolute wss URL");
  if (twoWay && tracks && tracks !== "inbound")
    attributes.complain('bidirectional allows audioTrack="inbound" only');
  if (!isAbsolute(url) || (twoWay && tracks && tracks !== "inbound")) return undefined;
  const [encoding, rate] = (attributes.text("contentType") ?? "audio/x-l16;rate=8000").split(";rate=");
  return {
    verb: "stream",
    url,
    twoWay,
    holdsCall: attributes.flag("keepCallAlive", false) && twoWay,
    encoding: encoding === "audio/x-mulaw" ? "audio/x-mulaw" : "audio/x-l16",
    sampleRate: Number(rate) || 8000,
    status: attributes.target("statusCallbackUrl", "statusCallbackMethod"),
    parameters: {},
  };
}
